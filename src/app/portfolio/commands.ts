import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { type Command, UsageError } from '../command.ts'
import { listPeople, type Person } from '../people/people.ts'
import { type ReadinessRow, readinessOf } from '../readiness/readiness.ts'
import { threadDocument } from './document.ts'
import { type Thread, threadsOf } from './portfolio.ts'

export const commands: Command[] = [
  {
    words: ['account'],
    usage: 'account PERSON [--org NAME] [--json]',
    options: {},
    needs: 'organisation',
    async run({ house, orgId, today, positionals, answer }) {
      const asked = positionals.join(' ').trim()
      if (!asked) throw new UsageError('Name the person, as in: goldthread account "Amara Okafor".')
      const { person, threads, readiness } = await house.db.inOrg(
        orgId,
        async (tx) => {
          const found = personNamed(await listPeople(tx), asked)
          const viewer = reader(orgId, found.personId)
          return {
            person: found,
            threads: await threadsOf(tx, found.personId, viewer, today),
            readiness: await readinessOf(tx, found.personId, viewer, today),
          }
        },
        { readOnly: true },
      )
      answer(
        {
          person: person.name,
          threads: threads.map(threadDocument),
          readiness: readiness.map(({ check, state, what, missing, links }) => ({
            check,
            state,
            what: missing ? `${what}. Missing: ${missing}` : what,
            links,
          })),
        },
        wordsOf(person, threads, readiness),
      )
      return 0
    },
  },
]

/** Whoever runs the command reads what a leader or an assessor may: never what is "only you", nor a blind pass. */
function reader(orgId: Id, personId: Id): Actor {
  return {
    orgId,
    personId: '00000000-0000-0000-0000-000000000000',
    name: 'Command line',
    standings: ['administrator'],
    leads: [personId],
    assesses: [personId],
  }
}

function personNamed(people: readonly Person[], asked: string): Person {
  const found = people.filter(
    ({ personId, name }) => personId === asked || name.toLowerCase() === asked.toLowerCase(),
  )
  const [only, second] = found
  if (!only) throw new UsageError(`Nobody here is called ${asked}.`)
  if (second)
    throw new UsageError(
      `${found.length} people are called ${asked}. Name one by id: ${found.map(({ personId, team }) => `${personId} (${team ?? 'no team'})`).join(', ')}.`,
    )
  return only
}

function wordsOf(person: Person, threads: readonly Thread[], readiness: readonly ReadinessRow[]): string {
  return [
    `Account of development, ${person.name}`,
    ...threads.map(
      ({ objective, need, evidence, reviews, impact }) =>
        `${objective.ref} ${objective.title}: evidence ${evidence.map(({ ref }) => ref).join(', ') || 'none'}; need ${need?.ref ?? 'none'}; ${objective.state}; actions ${objective.actions.length}; reviews ${reviews.map(({ review }) => review.number).join(', ') || 'none'}; impact ${impact?.words ?? 'not written up'}`,
    ),
    ...readiness.map(
      ({ check, title, state, what, missing }) =>
        `${check} ${title}: ${state}. ${what}${missing ? `. Missing: ${missing}` : ''}`,
    ),
  ].join('\n')
}
