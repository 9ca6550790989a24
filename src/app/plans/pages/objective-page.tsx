import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { SmartReading } from '../../../kernel/smart.ts'
import { capital, clip, count, ending, within } from '../../../kernel/text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Panel, Section } from '../../../ui/section.tsx'
import { type Knot, STAGES, Thread } from '../../../ui/thread.tsx'
import { paths } from '../../paths.ts'
import type { Progress } from '../progress.ts'
import type { Difference } from '../rules/action-differences.ts'
import { figureWords } from '../rules/figures.ts'
import { lateBy, type Objective, stageOf, standing } from '../rules/objective.ts'
import { dueTooEarly } from '../rules/order.ts'
import type { Basis, goalRecord } from '../rules/reading.ts'
import type { PlannedReview } from '../store/plan.ts'
import type { Said } from '../store/said.ts'
import { AgreementPanel, MoneyPanel } from './agreement-panel.tsx'
import { type NeedCase, ObjectiveForm, type ObjectiveFormProps } from './objective-form.tsx'
import { ActionList, Exchange, ObjectiveRecord } from './objective-view.tsx'
import { OwnActs } from './own-acts.tsx'
import { ProgressSection } from './progress.tsx'
import { HowItReads } from './reads.tsx'

export type ObjectivePageProps = ObjectiveFormProps & {
  own: boolean
  mayAct: boolean
  /** Whether the viewer leads the person. */
  leads: boolean
  /** What a change to an agreed objective asks for; none where there is no such change. */
  request: readonly Difference[]
  personName: string
  /** Whether the form is shown, or the record. */
  writing: boolean
  /** What the form's words say now: of what is typed, else of what is saved. */
  shown: {
    reading: SmartReading
    basis: Basis | null
    record: ReturnType<typeof goalRecord>
    target: number | null
    unit: Objective['unit']
    measureName: string | null
  }
  /** Somebody changed it meanwhile. */
  overtaken: boolean
  said: readonly Said[]
  reviews: readonly PlannedReview[]
  /** How it goes; null before it is agreed. */
  progress: Progress | null
  refusals: readonly Refusal[]
}

export function ObjectivePage(props: ObjectivePageProps) {
  const { objective, own, writing, shown, leader, refusals, overtaken, personName, today } = props
  const deciders = own
    ? leader && !objective?.private
      ? `You and ${leader}`
      : 'You'
    : `${personName} and ${leader ?? 'their leader'}`
  const reads = (
    <HowItReads
      reading={shown.reading}
      basis={shown.basis}
      target={shown.target}
      unit={shown.unit}
      measureName={shown.measureName}
      record={shown.record}
      writing={writing}
      deciders={deciders}
    />
  )
  const agreement = objective && (
    <>
      <AgreementPanel {...props} objective={objective} />
      <MoneyPanel {...props} objective={objective} />
    </>
  )
  const early = objective && dueTooEarly(objective, props.others)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <ObjectiveThread {...props} />
      {objective && overtaken && (
        <Section id="now" title={`${objective.ref} as it is now`}>
          <ObjectiveRecord objective={objective} early={early} />
        </Section>
      )}
      {objective && <WasDeclined objective={objective} own={own} personName={personName} />}
      {objective?.state === 'questioned' && own && <Asked said={props.said} leader={leader} />}
      {writing && <div class="mb5">{agreement}</div>}
      {writing ? (
        <Columns split="7-5" smart={{ today, record: JSON.stringify(shown.record) }}>
          <ObjectiveForm {...props} />
          {reads}
        </Columns>
      ) : (
        objective && (
          <Columns split="7-5">
            <div>
              {agreement}
              {props.needCase && <CaseLine personId={props.personId} needCase={props.needCase} />}
              <div class="mt4 mb4">
                <ObjectiveRecord objective={objective} early={early} />
              </div>
              {own && (
                <div class="mb5 no-print">
                  <OwnActs objective={objective} writing={false} />
                </div>
              )}
              {!props.leads && <Request request={props.request} />}
              <Section id="actions" title="Actions">
                <ActionList objective={objective} today={today} mayAct={props.mayAct} />
              </Section>
              {props.progress && (
                <ProgressSection {...props} objective={objective} progress={props.progress} />
              )}
              <Exchange said={props.said} />
            </div>
            {reads}
          </Columns>
        )
      )}
      {objective && own && writing && <OwnActs objective={objective} writing />}
      <div class="mt5">
        <ObjectiveGuide />
      </div>
    </>
  )
}

/** What a change asks for, for those who do not decide about it. */
function Request({ request }: Pick<ObjectivePageProps, 'request'>) {
  if (request.length === 0) return null
  return (
    <Section
      id="request"
      title="What the change asks for"
      fact="Until it is agreed, the plan stays as it was"
    >
      <ul class="prose">
        {request.map(({ key, words }, at) => (
          <li key={`${key}-${at}`}>{capital(words)}.</li>
        ))}
      </ul>
    </Section>
  )
}

/** The request that was declined last, until there is another. */
function WasDeclined(props: { objective: Objective; own: boolean; personName: string }) {
  const { objective, own, personName } = props
  const { declined, state, ref, agreedOn } = objective
  if (!declined || state === 'closed') return null
  const whose = own ? 'You' : personName
  return (
    <Note
      kind="warn"
      title={`Declined on ${plainDay(declined.on)} by ${declined.by}: “${within(declined.reason)}”`}
    >
      {agreedOn === null
        ? `${whose} can change ${ref} and propose it again, or close it.`
        : `What was asked: ${ending(declined.asked)} There ${ref} stands as it was agreed.`}
    </Note>
  )
}

function Asked({ said, leader }: { said: readonly Said[]; leader: string | null }) {
  const last = said.findLast((one) => one.kind === 'question')
  if (!last) return null
  return (
    <Note kind="warn" title={`${last.byName || leader} asked on ${plainDay(last.day)}: “${last.words}”`}>
      Change the objective or answer below, and propose it again.
    </Note>
  )
}

function CaseLine({ personId, needCase }: { personId: string; needCase: NeedCase }) {
  const { need, heading } = needCase
  return (
    <div class="mt4">
      <Panel>
        <p class="s mut">Closes this need</p>
        <p class="b">{heading}</p>
        <p class="s ink2">
          {need.ref}. {need.why} <a href={paths.need(personId, need.needId)}>See the case</a>
        </p>
      </Panel>
    </div>
  )
}

function ObjectiveThread({ objective, needCase, personId, reviews, today }: ObjectivePageProps) {
  const stage = objective ? stageOf(objective, today) : 'Objective'
  const reached = STAGES.indexOf(stage)
  const review = reviews.find((one) => !one.held) ?? reviews.at(-1)
  const actions = standing(objective?.actions ?? [])
  const finished = actions.filter((action) => action.state === 'done').length
  const late = Math.max(0, ...actions.map((action) => lateBy(action, today)))
  const items = needCase?.need.evidenceIds.length ?? 0
  // What came of it and what was awarded is known to later capabilities alone: these knots lead there.
  const account = paths.account(personId)
  const parts: Omit<Knot, 'stage' | 'state'>[] = [
    items > 0
      ? {
          text: count(items, 'item'),
          href: paths.evidence(personId),
          meta: clip(needCase?.evidence.join(', ') ?? '', 80),
        }
      : { text: 'None named', href: paths.evidence(personId), meta: 'The need rests on nothing yet' },
    needCase
      ? {
          text: needCase.need.title,
          href: paths.need(personId, needCase.need.needId),
          meta: `Named ${plainDay(needCase.need.madeOn)}`,
        }
      : { text: 'No need named', meta: 'Choose the need it closes' },
    {
      text: objective ? `${objective.ref}, ${objective.state}` : 'New',
      href: '#main',
      meta: reached === STAGES.indexOf('Objective') ? 'You are here' : undefined,
    },
    {
      text: actions.length === 0 ? 'None yet' : `${finished} of ${actions.length} done`,
      href: '#actions',
      meta: late > 0 ? `One is ${count(late, 'day')} late` : undefined,
    },
    review
      ? {
          text: `Review ${review.number}, ${plainDay(review.day)}`,
          href: review.reviewId ? paths.review(personId, review.reviewId) : paths.reviews(personId),
          meta: review.held ? 'Held' : 'Will ask about this',
        }
      : { text: 'No date yet', href: paths.reviews(personId), meta: 'Set the date of the review' },
    objective?.closedAs
      ? {
          text: objective.closedAs === 'met' ? 'Target met' : objective.closedAs,
          href: account,
          meta: outcome(objective),
        }
      : { text: 'What came of it', href: account },
    { text: 'What is awarded', href: account },
  ]
  const missing = [items === 0, needCase === null]
  const knots = STAGES.map((name, index): Knot => {
    const gap = missing[index] ?? false
    const state = gap ? 'gap' : index < reached ? 'done' : index === reached ? 'now' : 'todo'
    return { stage: name, state, ...(parts[index] ?? { text: '' }) }
  })
  return (
    <Thread
      label={`Thread of ${objective ? `objective ${objective.ref}` : 'the new objective'}`}
      knots={knots}
    />
  )
}

const outcome = ({ target, unit }: Objective) => target !== null && `Target ${figureWords(target, unit)}`

function ObjectiveGuide() {
  return (
    <Guide
      good="One thing you will do differently, where the figure is now and where it should be, a day, and what you need for it. It closes a need that rests on evidence."
      mistake="Writing something too vague to judge, such as “get better with customers”, and mixing a private wish with what the role asks for."
      example="Ring back every customer on the day I promised, logged in the call-back diary, so that complaints reopened fall from 26% to 18% by 29 January 2027. Needs 2 hours with Priya, off the phones."
    />
  )
}
