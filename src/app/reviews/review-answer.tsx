import { longDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { PrintButton } from '../../ui/button.tsx'
import { paths } from '../paths.ts'
import { listAssessors } from '../people/people.ts'
import { isModel, listReflections } from '../reflections/reflections.ts'
import { type Answer, type Crumb, found, page, type Visit } from '../visit.ts'
import { ReviewPage } from './pages/review-page.tsx'
import type { Posted, Shown } from './pages/shown.ts'
import { cadenceFor, type ReviewView, viewReview } from './reviews.ts'
import { threadOf } from './thread.ts'
import type { ReviewedObjective } from './view.ts'
import { sideOf } from './writing.ts'

/** Where a page of reviews stands among the pages. */
export function crumbsOf(visit: Visit, last?: string): Crumb[] {
  const { person, own } = visit
  const list = { text: 'Reviews', href: paths.reviews(person.personId) }
  const above = own
    ? []
    : [
        { text: 'Team', href: paths.team },
        { text: person.name, href: paths.person(person.personId) },
      ]
  return last ? [...above, list, { text: last }] : [...above, { text: 'Reviews' }]
}

/** The navigation entry that is current. */
export function navOf({ own, person }: Visit): string {
  return own ? paths.reviews(person.personId) : paths.team
}

type Refused = { form: Posted; refusals: readonly Refusal[]; conflict?: boolean }

function leadOf(view: ReviewView): string {
  const { row, person, alone, leaderName, planVersion, changes } = view
  const who = alone
    ? `${person.name}, with nobody else`
    : `${person.name} with ${leaderName ?? 'their leader'}`
  if (row.state === 'closed')
    return row.planAfter === row.planBefore
      ? `${who}. Plan version ${row.planBefore} stayed as it was.`
      : `${who}. Plan version ${row.planBefore} became version ${row.planAfter}.`
  const when = alone ? 'you have signed' : 'both have signed'
  return changes.length > 0
    ? `${who}. Plan version ${planVersion} becomes version ${planVersion + 1} when ${when}.`
    : `${who}. Plan version ${planVersion} is in force.`
}

/** The objective that is open: the one asked for, else the first both see that nobody has answered for. */
function openObjective(visit: Visit, view: ReviewView): ReviewedObjective | undefined {
  const asked = visit.form.text('objective') || visit.query.get('objective')
  const all = [...view.objectives, ...view.privates]
  return (
    all.find(({ stood }) => stood.objectiveId === asked) ??
    view.objectives.find(({ said }) => said === null) ??
    all[0]
  )
}

/** A review's page; with what was typed, where a form of it was refused. */
export async function reviewPage(visit: Visit, refused?: Refused): Promise<Answer> {
  const { tx, actor, person, own, params, today, org, query, form } = visit
  const view = found(await viewReview(tx, person.personId, params.review ?? '', actor, today))
  const side = sideOf(actor, person.personId)
  const signed = view.signatures.some(({ personId }) => personId === actor.personId)
  const open = openObjective(visit, view)
  const [of, what] = [form.text('of') || query.get('of'), form.text('what') || query.get('what')]
  const asked = query.get('model') ?? ''
  const shown: Shown = {
    view,
    own,
    side,
    writes: side !== null && view.row.state !== 'closed' && !signed,
    today,
    cadence: await cadenceFor(tx, person.personId),
    zone: org.zone,
    objectiveId: open?.stood.objectiveId ?? null,
    change:
      of && what ? { of, what, cause: query.get('cause') ?? '', reason: query.get('reason') ?? '' } : null,
    posted: refused?.form ?? null,
    values: form.values,
    refusals: refused?.refusals ?? [],
  }
  const { row } = view
  return page(
    {
      title: `Review ${row.number}, ${longDay(row.heldOn)}`,
      lead: leadOf(view),
      actions: <PrintButton>Print this review</PrintButton>,
      nav: navOf(visit),
      crumbs: crumbsOf(visit, `Review ${row.number}${row.state === 'closed' ? '' : ', in progress'}`),
      refusals: shown.refusals,
      status: refused?.conflict ? 409 : undefined,
    },
    <ReviewPage
      shown={shown}
      thread={open ? await threadOf(tx, view, open, actor, today) : null}
      assessors={await listAssessors(tx, person.personId)}
      accounts={own && shown.writes ? await listReflections(tx, person.personId, actor) : []}
      model={isModel(asked) ? asked : null}
    />,
  )
}
