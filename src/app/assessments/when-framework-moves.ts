import { frameworkMoved, listCompetencies, unchangedSince } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { moveOpenPasses } from './store/passes.ts'

/** Passes that are not in yet go on with the new wording; a level of what was worded anew is to be said again. */
export function listen(): void {
  frameworkMoved.listen(async (tx, { before, after, by }) => {
    const unchanged = await unchangedSince(tx, before)
    const worded = (await listCompetencies(tx))
      .map(({ competencyId }) => competencyId)
      .filter((competencyId) => !unchanged.has(competencyId))
    const passes = await moveOpenPasses(tx, after, worded)
    if (passes > 0)
      await record(tx, {
        kind: 'assessments.reworded',
        actor: by,
        personId: null,
        recordId: after.frameworkId,
        payload: { from: before.version, to: after.version, passes },
      })
  })
}
