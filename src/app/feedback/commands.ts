import type { Id } from '../../kernel/id.ts'
import { type Command, type CommandContext, UsageError } from '../command.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { actorOf, listPeople } from '../people/people.ts'
import { closeRounds, feedbackOf, listRounds, shownWords } from './feedback.ts'
import { heldWords } from './pages/results.ts'

export const commands: Command[] = [
  {
    words: ['feedback'],
    usage: 'feedback --person NAME [--org NAME] [--json]',
    options: { person: { type: 'string' } },
    needs: 'organisation',
    run: tellFeedback,
  },
]

/** What closed rounds show of a person, as the person sees it, and what they hold back: one document a line. */
async function tellFeedback({ house, orgId, today, values, answer, say }: CommandContext): Promise<number> {
  const asked = typeof values.person === 'string' ? values.person.toLowerCase() : ''
  if (asked === '') throw new UsageError('--person names whose feedback to tell.')
  await closeRounds(house, orgId, today)
  const lines = await house.db.inOrg(
    orgId,
    async (tx) => {
      const people = (await listPeople(tx)).filter(({ name }) => name.toLowerCase() === asked)
      const [person, second] = people
      if (!person) throw new UsageError(`--person: nobody here is called ${values.person}.`)
      if (second) throw new UsageError(`--person: several people here are called ${person.name}.`)
      const acting = await actorOf(tx, person.personId)
      if (!acting) throw new UsageError(`--person: ${person.name} has left.`)
      const rounds = await listRounds(tx, person.personId, acting.actor)
      const { readings, held } = await feedbackOf(tx, person.personId, acting.actor, today)
      const titles = new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one.title]))
      const about = ({ roundId, competencyId }: { roundId: Id; competencyId: Id | null }) => {
        const round = rounds.find((one) => one.roundId === roundId)
        const question = round?.questions.find((one) => one.competencyId === competencyId)
        return {
          person: person.name,
          round: round?.ref ?? '',
          closedOn: round?.closesOn ?? null,
          competency: question?.title ?? (competencyId ? titles.get(competencyId) : null) ?? null,
        }
      }
      return [
        ...readings.map((reading) => {
          const { group, anonymous, n, by, shown } = reading
          const document = { ...about(reading), group, anonymous, n, by, shown, held: null }
          const { round, competency } = document
          return {
            document,
            words: `${round}, ${competency}, ${by ?? group} (${n}): ${shownWords(shown)}.`,
          }
        }),
        ...held.map((one) => {
          const { group, why, threshold } = one
          const document = { ...about(one), group, anonymous: true, shown: null, held: why, threshold }
          const { round, competency } = document
          return { document, words: `${round}, ${competency ?? 'texts'}, ${group}: ${heldWords(one)}` }
        }),
      ]
    },
    { readOnly: true },
  )
  if (lines.length === 0) say('No round of feedback about this person has closed yet.')
  for (const { document, words } of lines) answer(document, words)
  return 0
}
