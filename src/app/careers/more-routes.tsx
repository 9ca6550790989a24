import { attributionsFor } from '../../kernel/attribution.ts'
import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { isSharing, type Sharing } from '../../kernel/sharing.ts'
import { paths } from '../paths.ts'
import { listRoles, roleOf } from '../roles/roles.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { advertRoutes } from './advert-routes.tsx'
import { findAspiration, setTarget } from './aspiration.ts'
import { listComparisons, saveComparison, sidesOf } from './comparison.ts'
import { criteriaFor } from './criteria.ts'
import { sheetOf } from './interview.ts'
import { masteryOf, type SeenMastery } from './mastery.ts'
import { ComparisonPage } from './pages/comparison-page.tsx'
import { ComparisonsPage } from './pages/comparisons-page.tsx'
import { InterviewPage } from './pages/interview-page.tsx'
import { TargetPage } from './pages/target-page.tsx'
import { findIn, placeOf } from './place.ts'
import { researchRoutes } from './research-routes.tsx'
import { routeTo } from './routing.ts'
import { MOST_OPTIONS } from './rules/comparison.ts'
import { listTargets, roleWantedBy } from './targets.ts'

async function targetPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, actor, today, form, query } = visit
  const { personId } = person
  const aspiration = await findAspiration(tx, personId, actor)
  const { targetRoleId = null, personal = false } = aspiration ?? {}
  const { values } = form
  const again = refusals.length > 0
  const asked = query.get('role') ?? ''
  const next = (await routeTo(tx, personId, actor, today))?.steps[0]?.roleId
  const rules = [...new Set([next, personal ? null : targetRoleId])].filter((id) => typeof id === 'string')
  const mastery: SeenMastery[] = []
  for (const roleId of rules) {
    const seen = await masteryOf(tx, personId, roleId, actor, today)
    if (seen?.parts.length) mastery.push(seen)
  }
  return page(
    {
      title: own ? 'Where you want to go' : `Where ${person.name} wants to go`,
      lead: 'The role, why, and by when.',
      ...placeOf(visit, { text: own ? 'Where you want to go' : 'Where they want to go' }),
      refusals,
    },
    <TargetPage
      person={person}
      own={own}
      aspiration={aspiration}
      roles={(await listRoles(tx)).filter(({ retired }) => !retired)}
      targets={own ? await listTargets(tx, personId, actor) : []}
      mastery={mastery}
      find={findIn(visit)}
      typed={
        again
          ? {
              role: values.role ?? '',
              words: values.aspiration ?? '',
              why: values.why ?? '',
              by: {
                day: values['by-day'] ?? '',
                month: values['by-month'] ?? '',
                year: values['by-year'] ?? '',
              },
            }
          : {
              role: isId(asked) ? asked : (targetRoleId ?? ''),
              words: aspiration?.words ?? '',
              why: aspiration?.why ?? '',
              by: aspiration?.by ?? null,
            }
      }
      refusals={refusals}
    />,
  )
}

async function aim(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, today } = visit
  const { personId } = person
  const roleId = form.text('role')
  const asked = { personId, roleId: roleId || null, words: form.text('aspiration'), why: form.text('why') }
  const saved = await setTarget(tx, actor, { ...asked, by: form.day('by') }, today)
  return saved.ok ? goTo(paths.careerTarget(personId), 'Saved.') : targetPage(visit, saved.refusals)
}

/** Who may read what somebody writes next: as wide as the last of its kind, else they alone. */
const sharingOf = (typed: string, last: { sharing: Sharing } | undefined): Sharing =>
  isSharing(typed) ? typed : (last?.sharing ?? 'me')

async function comparisonsPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, actor, today, form, query } = visit
  const { personId } = person
  const comparisons = await listComparisons(tx, personId, actor)
  const again = refusals.length > 0
  const aspiration = await findAspiration(tx, personId, actor)
  const named = [...new Set(again ? form.all('role') : query.getAll('role'))].filter(isId)
  const chosen = named.length > 0 ? named.slice(0, MOST_OPTIONS) : [aspiration?.targetRoleId ?? '']
  const sides = own
    ? await sidesOf(tx, {
        personId,
        viewer: actor,
        today,
        roles: named.slice(0, MOST_OPTIONS).map((roleId) => ({ roleId })),
      })
    : []
  return page(
    {
      title: own ? 'Ways compared' : `Ways that ${person.name} compared`,
      lead: 'At least two roles on different tracks: what each answers for, what is still to close, how people get in.',
      ...placeOf(visit, { text: 'Ways compared' }),
      refusals,
    },
    <ComparisonsPage
      person={person}
      own={own}
      comparisons={comparisons}
      roles={own ? (await listRoles(tx)).filter(({ retired }) => !retired) : []}
      targets={own ? await listTargets(tx, personId, actor) : []}
      now={await roleOf(tx, personId, today)}
      sides={sides}
      chosen={chosen}
      find={findIn(visit)}
      criteria={await criteriaFor(tx, 'ways')}
      attributions={attributionsFor(sides.flatMap(({ role }) => role.sources))}
      typed={{
        suits: form.text('suits'),
        why: form.text('why'),
        progression: form.text('progression'),
        sharing: sharingOf(form.text('sharing'), comparisons[0]),
        revision: null,
      }}
      refusals={refusals}
    />,
  )
}

function askedWords({ form }: Visit) {
  const [suits, sharing] = [form.text('suits'), form.text('sharing')]
  return {
    suits: isId(suits) ? suits : null,
    why: form.text('why'),
    progression: form.text('progression'),
    sharing: sharingOf(sharing, undefined),
  }
}

async function compare(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, today } = visit
  const { personId } = person
  const roleIds = form
    .all('role')
    .filter(isId)
    .slice(0, MOST_OPTIONS + 1)
  const asked = { personId, comparisonId: null, revision: null, roleIds }
  const saved = await saveComparison(tx, actor, { ...asked, ...askedWords(visit) }, today)
  return saved.ok
    ? goTo(paths.careerComparison(personId, saved.value), 'Saved.')
    : comparisonsPage(visit, saved.refusals)
}

async function comparisonPage(
  visit: Visit,
  shown: { refusals?: readonly Refusal[]; status?: number } = {},
): Promise<Answer> {
  const { tx, person, own, actor, today, params, form } = visit
  const { personId } = person
  const comparison = found(
    (await listComparisons(tx, personId, actor)).find((one) => one.comparisonId === params.comparison),
  )
  const { options, suits, why, progression, sharing, revision, number } = comparison
  const { refusals = [], status } = shown
  const sides = await sidesOf(tx, { personId, viewer: actor, today, roles: options })
  const again = refusals.length > 0
  return page(
    {
      title: options.map(({ title }) => title).join(' and '),
      lead: `Comparison ${number} of ${person.name}.`,
      ...placeOf(
        visit,
        { text: 'Ways compared', href: paths.careerComparisons(personId) },
        { text: `Comparison ${number}` },
      ),
      refusals,
      status,
    },
    <ComparisonPage
      person={person}
      own={own}
      comparison={comparison}
      sides={sides}
      now={await roleOf(tx, personId, today)}
      criteria={await criteriaFor(tx, 'ways')}
      attributions={attributionsFor(sides.flatMap(({ role }) => role.sources))}
      typed={
        again
          ? {
              suits: form.text('suits'),
              why: form.text('why'),
              progression: form.text('progression'),
              sharing: form.text('sharing'),
              revision,
            }
          : { suits: suits ?? '', why, progression, sharing, revision }
      }
      refusals={refusals}
    />,
  )
}

async function changeComparison(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, params, today } = visit
  const { personId } = person
  const comparisonId = params.comparison ?? ''
  found((await listComparisons(tx, personId, actor)).find((one) => one.comparisonId === comparisonId))
  const asked = { personId, comparisonId, revision: form.whole('revision'), roleIds: [] }
  const saved = await saveComparison(tx, actor, { ...asked, ...askedWords(visit) }, today)
  if (saved.ok) return goTo(paths.careerComparison(personId, comparisonId), 'Saved.')
  return comparisonPage(visit, { refusals: saved.refusals, status: saved.conflict ? 409 : undefined })
}

async function interviewPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, actor, today, query } = visit
  const { personId } = person
  const asked = query.get('role')
  const roleId = asked ?? (await findAspiration(tx, personId, actor))?.targetRoleId ?? ''
  const role = roleId ? await roleWantedBy(tx, personId, roleId, actor) : null
  if (asked) found(role)
  return page(
    {
      title: role ? `Examples for ${role.title}` : 'Examples for an interview',
      lead: role && `${person.name}. One occasion for each thing that the role asks, with its evidence.`,
      ...placeOf(visit, { text: 'For the interview' }),
    },
    <InterviewPage
      person={person}
      own={own}
      role={role}
      roles={(await listRoles(tx)).filter(({ retired }) => !retired)}
      targets={(await listTargets(tx, personId, actor)).filter(({ asks }) => asks.length > 0)}
      rows={role ? await sheetOf(tx, { personId, role, viewer: actor, today }) : []}
      attributions={attributionsFor(role?.sources ?? [])}
      find={findIn(visit)}
    />,
  )
}

/** Where somebody wants to go, the sources they looked at, ways compared, adverts, and the sheet for an interview. */
export const moreRoutes: readonly Route[] = [
  get('/people/:person/career/target', 'career.read', (visit) => targetPage(visit)),
  post('/people/:person/career/target', 'career.write', aim),
  ...researchRoutes,
  get('/people/:person/career/comparisons', 'career.read', (visit) => comparisonsPage(visit)),
  post('/people/:person/career/comparisons', 'career.write', compare),
  get('/people/:person/career/comparisons/:comparison', 'career.read', (visit) => comparisonPage(visit)),
  post('/people/:person/career/comparisons/:comparison', 'career.write', changeComparison),
  ...advertRoutes,
  get('/people/:person/career/interview', 'career.read', interviewPage),
]
