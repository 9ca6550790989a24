import { type Day, isDay } from '../../kernel/day.ts'
import { capital } from '../../kernel/text.ts'
import { type Command, type CommandContext, UsageError } from '../command.ts'
import { contactDays, listAgents, listContacts } from '../contacts/contacts.ts'
import { listPeople } from '../people/people.ts'
import { type Book, contactBook, type Days } from './rules/book.ts'
import { DEFINITIONS, type Definition, definitionOf, FCR_DAYS, type MeasureKey } from './rules/definitions.ts'
import type { Figure } from './rules/figure.ts'
import { chart } from './rules/measure.ts'
import { everyDay } from './rules/run.ts'
import { basisWords, figureWords } from './words.ts'

type Measured = Definition & { key: MeasureKey }
type Agent = Awaited<ReturnType<typeof listAgents>>[number]

const KEYS = DEFINITIONS.map(({ key }) => key).join('|')

export const commands: Command[] = [
  {
    words: ['measures'],
    usage: `measures [--person NAME] [--team NAME] [--measure ${KEYS}] [--from DAY] [--to DAY] [--by week|period] [--org NAME] [--json]`,
    options: {
      person: { type: 'string' },
      team: { type: 'string' },
      measure: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      by: { type: 'string' },
    },
    needs: 'organisation',
    run: measure,
  },
]

async function measure(context: CommandContext): Promise<number> {
  const { house, orgId, today, answer, say } = context
  const measures = measuresAsked(context)
  const [from, to] = [dayAsked(context, 'from'), dayAsked(context, 'to')]
  if (from !== null && to !== null && from > to) throw new UsageError('--to is before --from.')
  const by = textOf(context, 'by') ?? 'period'
  if (by !== 'week' && by !== 'period') throw new UsageError('--by is week or period.')
  const { agents, book } = await house.db.inOrg(
    orgId,
    async (tx) => {
      const agents = await agentsAsked(context, await listAgents(tx), () => listPeople(tx))
      const whole = await contactDays(tx, today)
      const personKeys = agents.map(({ key }) => key)
      const facts = agents.length > 0 ? await listContacts(tx, { personKeys, repeatDays: FCR_DAYS }) : []
      return { agents, book: contactBook(facts, today, whole) }
    },
    { readOnly: true },
  )
  const all = everyDay(book)
  if (all === null || agents.length === 0) {
    say('There are no contacts to measure. Import some first: goldthread import contacts FILE.')
    return 0
  }
  const range = { from: from ?? all.from, to: to ?? all.to }
  for (const agent of agents)
    for (const definition of measures)
      for (const line of linesFor(agent, definition, book, range, by)) answer(line.document, line.words)
  return 0
}

function linesFor(agent: Agent, definition: Measured, book: Book, range: Days, by: 'week' | 'period') {
  const { figure: period, weeks } = chart(definition, book, { people: [agent.key], ...range })
  const figures = by === 'week' ? weeks.map((week) => week.figure) : [period]
  return figures.map((figure) => ({
    document: documentOf(agent.name, definition.key, figure),
    words: `${agent.name}, ${definition.name}, ${figure.from} to ${figure.to}: ${figureWords(figure)}, ${basisWords(figure)}. ${capital(figure.verdict)}.`,
  }))
}

function documentOf(person: string, measure: MeasureKey, figure: Figure) {
  const { definition, version, from, to, numerator, denominator, n, value, unit, p90, low, high } = figure
  const { verdict, provisional } = figure
  return {
    person,
    measure,
    definition,
    version,
    from,
    to,
    numerator,
    denominator,
    n,
    value,
    unit,
    p90,
    low,
    high,
    verdict,
    provisional,
  }
}

function textOf({ values }: CommandContext, name: string): string | null {
  const value = values[name]
  return typeof value === 'string' ? value : null
}

function dayAsked(context: CommandContext, name: 'from' | 'to'): Day | null {
  const text = textOf(context, name)
  if (text !== null && !isDay(text))
    throw new UsageError(`--${name} is a day such as 2026-11-17. ${text} is none.`)
  return text
}

function measuresAsked(context: CommandContext): readonly Measured[] {
  const key = textOf(context, 'measure')
  if (key === null) return DEFINITIONS
  const definition = definitionOf(key)
  if (!definition) throw new UsageError(`--measure is one of ${KEYS}. ${key} is none.`)
  return [definition]
}

const same = (a: string | null, b: string) => a !== null && a.toLowerCase() === b.toLowerCase()

/** Whose contacts are measured, by name: people, and agents under the name that the source gives them. */
async function agentsAsked(
  context: CommandContext,
  agents: readonly Agent[],
  listAll: () => ReturnType<typeof listPeople>,
): Promise<Agent[]> {
  const [person, team] = [textOf(context, 'person'), textOf(context, 'team')]
  let asked = [...agents].sort((a, b) => (a.name < b.name ? -1 : 1))
  if (team !== null) {
    const people = (await listAll()).filter((one) => same(one.team, team))
    if (people.length === 0) throw new UsageError(`--team: no team here is called ${team}.`)
    asked = asked.filter(({ personId }) => people.some((one) => one.personId === personId))
  }
  if (person !== null) {
    asked = asked.filter(({ name }) => same(name, person))
    const known = asked.length > 0 || (await listAll()).some(({ name }) => same(name, person))
    if (!known)
      throw new UsageError(`--person: nobody here is called ${person}, in the source or among the people.`)
  }
  return asked
}
