import { dayIn } from '../../kernel/day.ts'
import { importUndone, restingOn } from '../contacts/contacts.ts'
import { record } from '../history/history.ts'
import { paths } from '../paths.ts'
import { findOrganisation } from '../people/people.ts'
import { listRestingOn, saveUndone } from './store/imports.ts'

/** Figures kept from an import stay as they were counted, and say from then on that it was undone. */
export function listen(): void {
  restingOn.push(async (tx, batchId) =>
    (await listRestingOn(tx, batchId)).map(({ personId, evidenceId, ref, personName }) => ({
      ref: `${ref}, ${personName}`,
      href: paths.evidenceItem(personId, evidenceId),
    })),
  )
  importUndone.listen(async (tx, { batchId }) => {
    const resting = await listRestingOn(tx, batchId)
    const zone = (await findOrganisation(tx))?.zone ?? 'UTC'
    await saveUndone(
      tx,
      resting.map((item) => item.evidenceId),
      dayIn(tx.now, zone),
    )
    for (const { personId, evidenceId, ref } of resting)
      await record(tx, {
        kind: 'evidence.import-undone',
        actor: null,
        personId,
        recordId: evidenceId,
        payload: { ref, batchId },
      })
  })
}
