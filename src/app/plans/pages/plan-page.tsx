import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Ref, Section } from '../../../ui/section.tsx'
import { Late, OnlyYou, Tag } from '../../../ui/tag.tsx'
import type { Need } from '../../assessments/assessments.ts'
import { paths } from '../../paths.ts'
import type { RoutePlan } from '../along-route.ts'
import type { Horizon } from '../horizon.ts'
import type { Plan } from '../plans.ts'
import type { Standing } from '../progress.ts'
import type { Difference } from '../rules/action-differences.ts'
import type { Objective } from '../rules/objective.ts'
import type { Waiting } from '../rules/waiting.ts'
import { AgreeAll } from './agree-all.tsx'
import { AlongRoute } from './along-route.tsx'
import { InTime } from './horizon.tsx'
import { ObjectivesTable } from './objectives-table.tsx'
import { OpenActions } from './open-actions.tsx'
import { OrderList } from './order-list.tsx'
import { Serves } from './plan-serves.tsx'
import { Versions } from './versions.tsx'

export type PlanPageProps = {
  plan: Plan
  person: { personId: string; name: string }
  leader: string | null
  orgName: string
  own: boolean
  mayAgree: boolean
  mayOrder: boolean
  /** The route to the role that the person aims for, and what on it needs each objective. */
  route: RoutePlan | null
  needs: readonly Need[]
  competencies: ReadonlyMap<string, string>
  waiting: readonly Waiting[]
  horizon: Horizon
  /** What each proposed change asks for, by the id of its objective. */
  requests: ReadonlyMap<string, readonly Difference[]>
  /** Where each objective stands now, by its id. */
  now: ReadonlyMap<string, Standing>
  stale: number | null
  /** After how many days it is. */
  staleDays: number
  today: Day
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}

/** A person's whole plan. */
export function PlanPage(props: PlanPageProps) {
  const { plan, person, own, refusals, stale, today } = props
  const open = plan.objectives.filter((one) => one.state !== 'closed')
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {stale !== null && (
        <Note
          kind="warn"
          title={`Nobody has agreed or reviewed this plan for ${count(Math.floor(stale / 7), 'week')}.`}
        >
          A plan that lies for more than {count(props.staleDays / 7, 'week')} goes stale.{' '}
          <a href={paths.reviews(person.personId)}>Hold a review</a>.
        </Note>
      )}
      <Columns split="7-5">
        <Section
          id="waits"
          title="Who waits for whom"
          fact={props.waiting.length > 0 && count(props.waiting.length, 'thing')}
        >
          <WaitingRows {...props} />
        </Section>
        <Section
          id="serves"
          title="What the plan serves"
          fact={`${own ? 'Yours' : person.name}, and ${props.orgName}`}
        >
          <Serves {...props} />
        </Section>
      </Columns>
      {props.mayAgree && !own && <AgreeAll {...props} />}
      <InTime {...props} />
      <Section id="objectives" title="Objectives" fact={kinds(open)}>
        {plan.objectives.length > 0 ? (
          <>
            <ObjectivesTable {...props} />
            <NewObjective {...props} />
            <AlongRoute {...props} />
            <OrderList objectives={open} mayOrder={props.mayOrder} />
          </>
        ) : (
          <Empty
            title="No objective yet"
            belongs="An objective says what will be different, by when, and how it shows."
            helps="Start from a gap: the need and its evidence come with it."
            action={
              own && (
                <ButtonLink kind="secondary" small href={paths.gaps(person.personId)}>
                  Go to my gaps
                </ButtonLink>
              )
            }
          />
        )}
        {plan.objectives.length === 0 && <NewObjective {...props} />}
      </Section>
      <Columns split="7-5">
        <Section id="open-actions" title="Actions not yet done" fact="By date">
          <OpenActions objectives={open} person={person} own={own} mayAct={props.mayAgree} today={today} />
        </Section>
        <Section id="needs" title="Needs" fact={needCount(props.needs)}>
          <Needs {...props} />
        </Section>
      </Columns>
      <Section id="versions" title="Versions" fact="Every version is kept. Nothing is changed afterwards">
        <Versions plan={plan} personId={person.personId} today={today} />
        {own && (
          <p class="s ink2 mt3">
            <OnlyYou /> What carries this mark is in your plan and in nobody else’s view, copy or count.
          </p>
        )}
      </Section>
      <div class="mt5">
        <Guide
          good={`A few objectives, each closing a named need, with dates, actions and somebody waiting for them. It is reviewed at least every ${count(props.staleDays / 7, 'week')}, and changes with a cause.`}
          mistake="Writing the plan once, too vague to measure, and not looking at it again: then nothing in it improves anything."
          example="Version 1 had “improve call handling”. At the review it became “ring back on the day promised, complaints reopened from 26% to 18% by 29 January”, because feedback named the missed call-backs."
        />
      </div>
    </>
  )
}

function NewObjective({ own, person }: PlanPageProps) {
  if (!own) return null
  return (
    <div class="mt4 no-print">
      <Buttons flush>
        <ButtonLink kind="secondary" small icon="plus" href={paths.objectiveNew(person.personId)}>
          Add an objective
        </ButtonLink>
        <ButtonLink kind="secondary" small href={paths.templatesFor(person.personId)}>
          Start from a template
        </ButtonLink>
      </Buttons>
    </div>
  )
}

function kinds(open: readonly Objective[]) {
  const personal = open.filter((one) => one.kind === 'personal').length
  const professional = open.length - personal
  return [
    ...(professional > 0 ? [`${professional} professional`] : []),
    ...(personal > 0 ? [`${personal} personal`] : []),
  ].join(', ')
}

function needCount(needs: readonly Need[]) {
  const hidden = needs.filter((need) => need.private).length
  return needs.length > 0 && `${needs.length}${hidden ? `, ${hidden} only yours` : ''}`
}

function WaitingRows({ waiting, person }: PlanPageProps) {
  if (waiting.length === 0) return <p class="s ink2">Nobody waits for anybody.</p>
  return (
    <Rows
      items={waiting.map((one) => ({
        title: one.text,
        href: one.objectiveId
          ? paths.objective(person.personId, one.objectiveId)
          : (one.href ?? paths.reviews(person.personId)),
        meta: one.meta,
        side: one.late ? (
          <Late days={one.days} />
        ) : (
          <Tag>{one.days === 0 ? 'today' : count(one.days, 'day')}</Tag>
        ),
      }))}
    />
  )
}

function Needs({ needs, plan, person, own, competencies }: PlanPageProps) {
  if (needs.length === 0)
    return (
      <p class="s ink2">
        No need is named yet. <a href={paths.gaps(person.personId)}>Gaps</a> show where to begin.
      </p>
    )
  return (
    <Rows
      items={needs.map((need) => {
        const closing = plan.objectives.find((one) => one.needId === need.needId && one.state !== 'closed')
        const met = plan.objectives.find((one) => one.needId === need.needId && one.closedAs === 'met')
        const of = need.competencyId ? competencies.get(need.competencyId) : null
        return {
          title: need.title,
          href: paths.need(person.personId, need.needId),
          meta: (
            <>
              <Ref>{need.ref}</Ref>, {of && of !== need.title ? of : need.kind}.{' '}
              {need.evidenceIds.length > 0
                ? `${count(need.evidenceIds.length, 'item')} of evidence.`
                : 'No evidence named.'}{' '}
              {!closing &&
                (met ? (
                  `Met with ${met.ref}.`
                ) : own ? (
                  <a href={paths.objectiveNew(person.personId, need.needId)}>
                    Make an objective<span class="vh"> of {need.ref}</span>
                  </a>
                ) : (
                  <span class="miss">No objective yet</span>
                ))}
            </>
          ),
          side: need.private ? <OnlyYou /> : closing && <Tag kind="thread">{closing.ref}</Tag>,
        }
      })}
    />
  )
}
