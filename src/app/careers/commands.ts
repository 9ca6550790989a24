import { count } from '../../kernel/text.ts'
import { type Command, UsageError } from '../command.ts'
import { actorOf, listPeople, type Person } from '../people/people.ts'
import { listRoles, type RoleProfile } from '../roles/roles.ts'
import { characterWords, kindWords } from './pages/route-words.ts'
import { routesFor } from './routing.ts'
import type { Route } from './rules/routes.ts'

const called = <T>(all: readonly T[], name: string, nameOf: (one: T) => string): T[] =>
  all.filter((one) => nameOf(one).toLowerCase() === name.trim().toLowerCase())

/** The one of a name or an id; several of one name are refused rather than one taken. */
function personNamed(people: readonly Person[], asked: string): Person {
  const byId = people.filter(({ personId }) => personId === asked)
  const found = byId.length > 0 ? byId : called(people, asked, ({ name }) => name)
  const [only, second] = found
  if (!only) throw new UsageError(`Nobody here is called ${asked}.`)
  if (second)
    throw new UsageError(
      `${found.length} people are called ${asked}. Name one by id: ${found.map(({ personId, team }) => `${personId} (${team ?? 'no team'})`).join(', ')}.`,
    )
  return only
}

function roleNamed(roles: readonly RoleProfile[], asked: string): RoleProfile {
  const byId = roles.filter(({ roleId }) => roleId === asked)
  const found = byId.length > 0 ? byId : called(roles, asked, ({ title }) => title)
  const [only, second] = found
  if (!only) {
    const some = roles.slice(0, 20).map(({ title }) => title)
    throw new UsageError(
      `No role is called ${asked}. There are: ${some.join(', ')}${roles.length > 20 ? ', and more' : ''}.`,
    )
  }
  if (second)
    throw new UsageError(
      `${found.length} roles are called ${asked}. Name one by id: ${found.map(({ roleId, track, responsibility }) => `${roleId} (${track}, level ${responsibility})`).join(', ')}.`,
    )
  return only
}

const documentOf = ({ kind, also, character, total, notAgreed, steps }: Route) => ({
  steps: steps.map((step) => ({
    role: step.title,
    responsibility: step.responsibility,
    gap: step.total,
    notAgreed: step.notAgreed,
  })),
  kind,
  also,
  character,
  gap: total,
  notAgreed,
})

const wordsOf = (route: Route): string =>
  [
    `${kindWords(route)}. ${characterWords(route)}`,
    ...route.steps.map(
      ({ title, responsibility, total, notAgreed }) =>
        `  ${title}, level ${responsibility}: ${count(total, 'level')} to close, ${notAgreed} not agreed`,
    ),
  ].join('\n')

export const commands: Command[] = [
  {
    words: ['routes'],
    usage: 'routes --person NAME --to ROLE [--json]',
    options: { person: { type: 'string' }, to: { type: 'string' } },
    needs: 'organisation',
    check({ values, positionals }) {
      if (!values.person || !values.to || positionals.length > 0)
        throw new UsageError('Name the person with --person and the role they aim for with --to.')
    },
    async run({ house, orgId, today, values, answer, say }) {
      return house.db.inOrg(
        orgId,
        async (tx) => {
          const person = personNamed(await listPeople(tx), String(values.person))
          const role = roleNamed(await listRoles(tx), String(values.to))
          const acting = await actorOf(tx, person.personId)
          if (!acting) throw new UsageError(`${person.name} has left.`)
          const asked = { personId: person.personId, toRoleId: role.roleId, viewer: acting.actor, today }
          const found = await routesFor(tx, asked)
          if (!found.ok) {
            for (const { message } of found.refusals) say(message)
            return 1
          }
          answer(
            found.value.map(documentOf),
            found.value.map(wordsOf).join('\n') || `No moves lead to ${role.title}.`,
          )
          return 0
        },
        { readOnly: true },
      )
    },
  },
]
