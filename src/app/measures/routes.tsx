import type { Refusal } from '../../kernel/outcome.ts'
import { possessive } from '../../kernel/text.ts'
import { paths } from '../paths.ts'
import { listPeople } from '../people/people.ts'
import { type Answer, type Crumb, found, get, goTo, page, post, type Visit } from '../visit.ts'
import { ContactsPage, isSide, type Side } from './pages/contacts-page.tsx'
import { MeasurePage } from './pages/measure-page.tsx'
import { TallyEntries } from './pages/tally-entries.tsx'
import { WorkPage } from './pages/work-page.tsx'
import { readPeriod } from './period.ts'
import { definitionOf } from './rules/definitions.ts'
import { countInTally, startTally, takeBackCount } from './tallies.ts'
import { periodWords } from './words.ts'
import { findTally, showAll, showBehind, showOne } from './work.ts'

const MAY_COUNT = 'measures.tally'

/** Where the page stands: the visitor's own under My development, another's under the team. */
function placeOf(visit: Visit, ...rest: Crumb[]): { nav: string; crumbs: Crumb[] } {
  const { own, person } = visit
  const start: Crumb[] = own
    ? [{ text: 'My development', href: paths.home }]
    : [
        { text: 'Team', href: paths.team },
        { text: person.name, href: paths.person(person.personId) },
      ]
  return { nav: own ? paths.home : paths.team, crumbs: [...start, ...rest] }
}

const workCrumb = (visit: Visit): Crumb => ({ text: 'Work', href: paths.work(visit.person.personId) })

async function workPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, today, query, form } = visit
  const asked = readPeriod(query, today)
  const shown = await showAll(tx, person.personId, today, asked.range)
  const all = [...asked.refusals, ...refusals]
  return page(
    {
      title: own ? 'What your work shows' : `What ${possessive(person.name)} work shows`,
      lead: `${own ? 'Your own figures against your own past' : 'Figures against the person’s own past'}. Nobody is ranked.`,
      ...placeOf(visit, { text: 'Work' }),
      refusals: all,
    },
    <WorkPage
      {...shown}
      person={person}
      own={own}
      mayCount={visit.may(MAY_COUNT)}
      today={today}
      asked={asked}
      values={form.values}
      refusals={all}
    />,
  )
}

async function measurePage(
  visit: Visit,
  measure: string,
  refusals: readonly Refusal[] = [],
): Promise<Answer> {
  const { tx, person, own, today, query, form } = visit
  const asked = readPeriod(query, today)
  const shown = found(await showOne(tx, person.personId, measure, today, asked.range))
  const { tally, figure } = shown
  const all = [...asked.refusals, ...refusals]
  const names = new Map(tally ? (await listPeople(tx)).map((one) => [one.personId, one.name]) : [])
  return page(
    {
      title: figure.name,
      lead: `${own ? 'Your work' : person.name}, ${periodWords(figure)}`,
      ...placeOf(visit, workCrumb(visit), { text: figure.name }),
      refusals: all,
    },
    <MeasurePage
      person={person}
      own={own}
      mayKeep={visit.may('evidence.add')}
      today={today}
      shown={shown}
      asked={{ ...asked, refusals: all }}
      behind={(from, to) => (tally ? '#entries' : paths.contacts(person.personId, measure, from, to))}
    >
      {tally && (
        <TallyEntries
          tally={tally}
          names={names}
          mayCount={visit.may(MAY_COUNT)}
          today={today}
          values={form.values}
          refusals={refusals}
        />
      )}
    </MeasurePage>,
  )
}

async function contactsPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, org, today, query, params } = visit
  const definition = found(definitionOf(params.measure ?? ''))
  const asked = readPeriod(query, today)
  const { shown, behind } = await showBehind(tx, person.personId, definition, today, asked.range)
  const { figure } = shown
  const counted = query.get('counted') ?? 'all'
  const at = (side: Side, place: number) =>
    `${paths.contacts(person.personId, definition.key, figure.from, figure.to)}&counted=${side}&page=${place}`
  return page(
    {
      title: `${definition.name}: the contacts behind it`,
      lead: `${own ? 'Your contacts' : `${possessive(person.name)} contacts`}, ${periodWords(figure)}. Customers are not shown: no name of theirs is kept.`,
      ...placeOf(
        visit,
        workCrumb(visit),
        {
          text: definition.name,
          href: `${paths.measure(person.personId, definition.key)}?from=${figure.from}&to=${figure.to}`,
        },
        { text: 'Contacts' },
      ),
      refusals: asked.refusals,
    },
    <ContactsPage
      shown={shown}
      measure={definition.key}
      contacts={behind}
      side={isSide(counted) ? counted : 'all'}
      place={Math.max(1, Math.trunc(Number(query.get('page'))) || 1)}
      today={today}
      zone={org.zone}
      at={at}
      refusals={asked.refusals}
    />,
  )
}

async function start(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form } = visit
  const outcome = await startTally(tx, actor, {
    personId: person.personId,
    name: form.text('name'),
    words: form.text('words'),
    kind: form.text('kind'),
    betterIs: form.text('better'),
  })
  return outcome.ok
    ? goTo(
        paths.measure(person.personId, `tally:${outcome.value}`),
        `The tally “${form.text('name')}” is kept. Add what you have counted.`,
      )
    : workPage(visit, outcome.refusals)
}

async function addCount(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, params, today } = visit
  const key = `tally:${params.tally}`
  const tally = found(await findTally(tx, person.personId, key))
  const outcome = await countInTally(
    tx,
    actor,
    {
      personId: person.personId,
      tallyId: tally.tallyId,
      day: form.day('day'),
      met: form.number('met'),
      of: form.number('of'),
    },
    today,
  )
  return outcome.ok
    ? goTo(`${paths.measure(person.personId, key)}#entries`, 'It is counted.')
    : measurePage(visit, key, outcome.refusals)
}

async function takeBack(visit: Visit): Promise<Answer> {
  const { tx, actor, person, params } = visit
  const key = `tally:${params.tally}`
  found(await findTally(tx, person.personId, key))
  const outcome = await takeBackCount(tx, actor, {
    personId: person.personId,
    tallyId: params.tally ?? '',
    entryId: params.entry ?? '',
  })
  return outcome.ok
    ? goTo(paths.measure(person.personId, key), 'The entry is taken back.')
    : measurePage(visit, key, outcome.refusals)
}

export const routes = [
  get('/people/:person/work', 'measures.read', (visit) => workPage(visit)),
  get('/people/:person/work/:measure', 'measures.read', (visit) =>
    measurePage(visit, visit.params.measure ?? ''),
  ),
  get('/people/:person/work/:measure/contacts', 'measures.read', contactsPage),
  post('/people/:person/tallies', MAY_COUNT, start),
  post('/people/:person/tallies/:tally/entries', MAY_COUNT, addCount),
  post('/people/:person/tallies/:tally/entries/:entry/removal', MAY_COUNT, takeBack),
]
