import { aboutAsked } from '../reflections/reflections.ts'
import { maySee } from './read.ts'
import { listStored } from './store/objectives.ts'

/** Tells an account of an objective its name, the measure it has, and the day from which it was agreed. */
export function listen(): void {
  aboutAsked.listen(async (tx, question) => {
    const { personId, viewer, about } = question
    if (about.kind !== 'objective') return
    const all = (await listStored(tx, personId)).filter(maySee(viewer))
    const one = all.find(({ objectiveId }) => objectiveId === about.id)
    if (one) question.found = { words: one.title, measure: one.measure, since: one.agreedOn }
  })
}
