import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import type { House } from '../visit.ts'
import { type By, findReadable } from './read.ts'
import { FILES_LIMIT } from './rules/file-type.ts'
import { endFile, isHeldByAny, listGone, lockContent, saveFiles } from './store/files.ts'
import type { EvidenceFile, KeptFile, Stored } from './store/items.ts'
import type { ReadyFile } from './taking-files.ts'

/** The job that removes bytes once the transaction that let go of them has ended. */
export const FORGET = 'forget-evidence-file'

/** Keeps the bytes of files whose rows this transaction writes: call it when nothing is left to refuse. */
export async function keepBytes(house: House, tx: OrgTx, files: readonly ReadyFile[]): Promise<void> {
  for (const { hash, bytes } of [...files].sort((a, b) => (a.hash < b.hash ? -1 : 1))) {
    await lockContent(tx, hash)
    await house.files.keep(tx.orgId, bytes)
  }
}

/** Removes the bytes of a content that no item holds any more. Waits for whoever attaches or ends it just now. */
export async function forgetBytes(house: House, asked: { orgId: Id; hash: string }): Promise<void> {
  await house.db.inOrg(asked.orgId, async (tx) => {
    await lockContent(tx, asked.hash)
    if (!(await isHeldByAny(tx, asked.hash))) await house.files.remove(tx.orgId, asked.hash)
  })
}

/** Removes the bytes of every file that was taken away, where a crash came between. */
export async function forgetGone(house: House, orgId: Id): Promise<void> {
  const gone = await house.db.inOrg(orgId, listGone, { readOnly: true })
  for (const hash of gone) await forgetBytes(house, { orgId, hash })
}

type AskedFiles = { personId: Id; evidenceId: Id }

/** Whether the item holds the words of a witness or a customer: nobody here adds to them. */
const isTestimony = ({ standsBehind }: Stored): boolean =>
  standsBehind !== null && standsBehind.as !== 'record'

/** Whether somebody may add files to an item: whoever added the item, and neither to a kept figure nor to a testimony. */
export const mayAttach = (item: Stored, personId: Id): boolean =>
  item.addedBy === personId && !item.snapshot && !isTestimony(item)

/** Whether somebody may take a file away: whoever added the item or attached the file. */
export const mayTakeAway = (item: Stored, file: KeptFile, personId: Id): boolean =>
  item.addedBy === personId || file.addedBy === personId

/** Adds files to an item that is there. Their bytes are kept with `keepBytes`. */
export async function attachFiles(
  tx: OrgTx,
  actor: By,
  asked: AskedFiles & { files: readonly EvidenceFile[] },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, evidenceId, files } = asked
  const item = await findReadable(tx, personId, evidenceId, actor)
  if (!item) return refused({ message: 'This item is not here.' })
  if (!mayAttach(item, actor.personId))
    return refused({
      message: item.snapshot
        ? 'A kept figure stays as it was counted. Attach the file to an item of your own.'
        : isTestimony(item)
          ? 'These are somebody else’s words, and nothing is added to them. Attach the file to an item of your own.'
          : item.addedBy === null
            ? 'This item was imported, and nothing is added to it. Attach the file to an item of your own.'
            : `${item.addedByName} added this item, so only they can attach files to it. Add what you have as an item of your own.`,
    })
  const fresh = files.filter(({ hash }) => !item.files.some((there) => there.hash === hash))
  if (item.files.length + fresh.length > FILES_LIMIT)
    return refused({
      field: 'file',
      message: `An item holds ${FILES_LIMIT} files at most. Take one away first.`,
    })
  await saveFiles(tx, evidenceId, fresh, actor.personId, today)
  for (const { name, hash, type, keptBecause } of fresh)
    await record(tx, {
      kind: 'evidence.file-attached',
      actor,
      personId,
      recordId: evidenceId,
      payload: { ref: item.ref, name, hash, type, keptBecause: keptBecause ?? null },
    })
  return done(evidenceId)
}

/** Takes a file away from an item. Its bytes go once no other item holds the same; that it was there stays in the history. */
export async function takeFileAway(
  house: House,
  tx: OrgTx,
  actor: By,
  asked: AskedFiles & { fileId: Id },
  today: Day,
): Promise<Outcome<KeptFile>> {
  const { personId, evidenceId, fileId } = asked
  const item = await findReadable(tx, personId, evidenceId, actor)
  const file = item?.files.find((one) => one.fileId === fileId)
  if (!item || !file) return refused({ message: 'This file is not here any more.' })
  if (!mayTakeAway(item, file, actor.personId))
    return refused({ message: 'Somebody else attached this file, so only they can take it away.' })
  await lockContent(tx, file.hash)
  await endFile(tx, fileId, today)
  await record(tx, {
    kind: 'evidence.file-taken-away',
    actor,
    personId,
    recordId: evidenceId,
    payload: { ref: item.ref, name: file.name, hash: file.hash },
  })
  await house.jobs.send(FORGET, { orgId: tx.orgId, hash: file.hash })
  return done(file)
}
