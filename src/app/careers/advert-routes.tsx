import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { isSharing } from '../../kernel/sharing.ts'
import { type Competency, listCompetencies, listCrosswalk } from '../frameworks/frameworks.ts'
import { proposeCompetencies } from '../occupations/occupations.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { needsNaming } from './needs.ts'
import { AdvertPage, type AskRow, type TargetForm } from './pages/advert-page.tsx'
import { AdvertsPage } from './pages/adverts-page.tsx'
import { placeOf } from './place.ts'
import { type Ask, onlyWished, type PersonalTarget } from './rules/target.ts'
import { confirmTarget, findTarget, keepAdvert, listTargets, removeTarget } from './targets.ts'

/** What a role of an advert answers for where nobody said. */
const USUAL = 3

function responsibilityOf(text: string): PersonalTarget['responsibility'] | null {
  const found = [1, 2, 3, 4, 5, 6].find((level) => String(level) === text)
  return found ? (found as PersonalTarget['responsibility']) : null
}

async function advertsPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, actor, form } = visit
  const { values } = form
  return page(
    {
      title: own ? 'Job adverts' : `Job adverts of ${person.name}`,
      lead: 'A job elsewhere, as a role to measure yourself against.',
      ...placeOf(visit, { text: 'Job adverts' }),
      refusals,
    },
    <AdvertsPage
      person={person}
      own={own}
      targets={await listTargets(tx, person.personId, actor)}
      typed={{
        title: values.title ?? '',
        source: values.source ?? '',
        address: values.address ?? '',
        seen: {
          day: values['seen-day'] ?? '',
          month: values['seen-month'] ?? '',
          year: values['seen-year'] ?? '',
        },
        sector: values.sector ?? person.sector ?? '',
        responsibility: values.responsibility ?? String(USUAL),
        advert: values.advert ?? '',
      }}
      refusals={refusals}
    />,
  )
}

async function keep(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, today } = visit
  const { personId } = person
  const kept = await keepAdvert(
    tx,
    actor,
    {
      personId,
      title: form.text('title'),
      source: { title: form.text('source'), address: form.text('address') },
      seenOn: form.day('seen'),
      sector: form.text('sector'),
      advert: form.text('advert'),
      responsibility: responsibilityOf(form.text('responsibility')) ?? USUAL,
    },
    today,
  )
  if (!kept.ok) return advertsPage(visit, kept.refusals)
  return goTo(
    paths.careerAdvert(personId, kept.value),
    'Kept, for you alone. Below is what its words seem to ask.',
  )
}

/** Proposed levels are the middle one: an advert rarely says how well, and the person decides. */
const PROPOSED_LEVEL = '3'

async function proposalsFor(
  { tx }: Visit,
  target: PersonalTarget,
  competencies: readonly Competency[],
): Promise<ReadonlyMap<string, string[]>> {
  const skills = await listCrosswalk(tx)
  const proposed = proposeCompetencies(target.advert, competencies, skills)
  return new Map(proposed.map(({ competencyId, because }) => [competencyId, because]))
}

async function advertPage(
  visit: Visit,
  shown: { refusals?: readonly Refusal[]; asks?: readonly Ask[]; status?: number } = {},
): Promise<Answer> {
  const { tx, person, own, actor, params, form } = visit
  const target = found(await findTarget(tx, person.personId, params.target ?? '', actor))
  const competencies = await listCompetencies(tx)
  const because = own ? await proposalsFor(visit, target, competencies) : new Map<string, string[]>()
  const { asks, refusals = [], status } = shown
  const confirmed = asks ?? (target.asks.length > 0 ? target.asks : null)
  const rows = competencies.map((competency): AskRow => {
    const { competencyId } = competency
    const words = because.get(competencyId) ?? []
    const ask = confirmed?.find((one) => one.competencyId === competencyId)
    if (confirmed)
      return {
        competency,
        level: ask ? String(ask.level) : '',
        essential: ask?.essential ?? false,
        because: words,
      }
    const proposed = words.length > 0
    return {
      competency,
      level: proposed ? PROPOSED_LEVEL : '',
      essential: proposed && !onlyWished(words),
      because: words,
    }
  })
  const order = [...because.keys()]
  const placeIn = ({ competency }: AskRow) => {
    const at = order.indexOf(competency.competencyId)
    return at < 0 ? order.length : at
  }
  const again = refusals.length > 0
  const typed: TargetForm = {
    title: again ? form.text('title') : target.title,
    responsibility: again ? form.text('responsibility') : String(target.responsibility),
    sector: again ? form.text('sector') : (target.sector ?? ''),
    sharing: again ? form.text('sharing') : target.sharing,
    revision: target.revision,
    rows: rows.toSorted((a, b) => placeIn(a) - placeIn(b)),
  }
  return page(
    {
      title: target.title,
      lead: `A role outside the organisation, from an advert${target.sector ? `. ${target.sector}` : ''}.`,
      ...placeOf(
        visit,
        { text: 'Job adverts', href: paths.careerAdverts(person.personId) },
        { text: target.title },
      ),
      refusals,
      status,
    },
    <AdvertPage
      person={person}
      own={own}
      target={target}
      competencies={competencies}
      naming={own ? await needsNaming(tx, actor, target) : []}
      typed={typed}
      refusals={refusals}
    />,
  )
}

async function confirm(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, form } = visit
  const { personId } = person
  const target = found(await findTarget(tx, personId, params.target ?? '', actor))
  const competencies = await listCompetencies(tx)
  const because = await proposalsFor(visit, target, competencies)
  const essential = new Set(form.all('essential'))
  const asks = competencies.flatMap(({ competencyId }): Ask[] => {
    const level = form.whole(`level-${competencyId}`)
    if (level === null || level < 1 || level > 5) return []
    return [
      {
        competencyId,
        level: level as Ask['level'],
        essential: essential.has(competencyId),
        because: because.get(competencyId) ?? [],
      },
    ]
  })
  const sharing = form.text('sharing')
  const saved = await confirmTarget(tx, actor, {
    personId,
    targetId: target.targetId,
    revision: form.whole('revision') ?? 0,
    title: form.text('title'),
    responsibility: responsibilityOf(form.text('responsibility')) ?? target.responsibility,
    sector: form.text('sector'),
    sharing: isSharing(sharing) ? sharing : target.sharing,
    asks,
  })
  if (!saved.ok)
    return advertPage(visit, { refusals: saved.refusals, asks, status: saved.conflict ? 409 : undefined })
  return goTo(paths.careerAdvert(personId, target.targetId), 'Saved. You can make it your target now.')
}

async function remove(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params } = visit
  const { personId } = person
  const targetId = params.target ?? ''
  found(isId(targetId) ? await findTarget(tx, personId, targetId, actor) : null)
  const removed = await removeTarget(tx, actor, { personId, targetId })
  return removed.ok
    ? goTo(paths.careerAdverts(personId), 'The advert is taken away.')
    : advertsPage(visit, removed.refusals)
}

/** Roles of job adverts. */
export const advertRoutes: readonly Route[] = [
  get('/people/:person/career/adverts', 'career.read', (visit) => advertsPage(visit)),
  post('/people/:person/career/adverts', 'career.write', keep),
  get('/people/:person/career/adverts/:target', 'career.read', (visit) => advertPage(visit)),
  post('/people/:person/career/adverts/:target', 'career.write', confirm),
  post('/people/:person/career/adverts/:target/removal', 'career.write', remove),
]
