import { needsShown } from '../assessments/assessments.ts'
import { maySee } from './read.ts'
import { listStored } from './store/objectives.ts'

/** Tells the needs which objectives close them: those that the viewer may see, the newest first. */
export function listen(): void {
  needsShown.listen(async (tx, { personId, viewer, found }) => {
    const objectives = (await listStored(tx, personId)).filter(maySee(viewer))
    for (const { objectiveId, ref, needId, title, agreedOn, closedAs } of objectives.toReversed())
      if (needId) found.push({ objectiveId, ref, needId, title, agreed: agreedOn !== null, closedAs })
  })
}
