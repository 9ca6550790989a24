import { type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { listing } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Log } from '../../../ui/lists.tsx'
import { Panel, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import { OnlyYou } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import { figureWords } from '../rules/figures.ts'
import { type Objective, standing, unmetLetters } from '../rules/objective.ts'
import type { Said } from '../store/objectives.ts'
import { ByDay } from './action-fields.tsx'

/** "74% to 80%, Resolved first time"; what is missing is said. */
function measureWords(objective: Objective): string {
  const { measureName, unit, baseline, target } = objective
  if (!measureName && target === null) return 'none set'
  const to = target === null ? 'no target yet' : figureWords(target, unit)
  const course = baseline === null ? `to ${to}` : `from ${figureWords(baseline, unit)} to ${to}`
  return measureName ? `${measureName}, ${course}` : course
}

/** What an objective says, as a record that is read and not written. */
export function ObjectiveRecord({ objective }: { objective: Objective }) {
  const one = objective
  const none = <span class="miss">none named</span>
  return (
    <SummaryList
      items={[
        { term: 'Objective', value: one.text || none },
        {
          term: one.kind === 'personal' ? 'Personal, because' : 'Professional, because',
          value: one.why || none,
          side: one.private ? <OnlyYou /> : undefined,
        },
        { term: 'Measure', value: measureWords(one) },
        ...(one.success ? [{ term: 'Success', value: one.success }] : []),
        { term: 'Due', value: one.due ? plainDay(one.due) : none },
        { term: 'Resources', value: one.resources || none },
        ...(one.priority ? [{ term: 'Priority', value: one.priority }] : []),
        ...(one.servesAspiration ? [{ term: 'Serves', value: 'The aspiration' }] : []),
        ...(one.unmetReason
          ? [{ term: 'Agreed all the same', value: `${one.unmetReason} (Not yet ${unmetText(one)})` }]
          : []),
        ...(one.cause
          ? [{ term: 'Why it changes', value: [one.cause, one.causeReason].filter(Boolean).join(': ') }]
          : []),
      ]}
    />
  )
}

const unmetText = (objective: Objective) => listing(unmetLetters(objective.reading)).toLowerCase()

/** The actions of an objective, each with a button that says it is done. */
export function ActionList(props: { objective: Objective; today: Day; mayAct: boolean }) {
  const { objective, today, mayAct } = props
  const actions = standing(objective.actions)
  if (actions.length === 0) return <p class="s ink2">No actions yet.</p>
  const base = `${paths.objective(objective.personId, objective.objectiveId)}/actions`
  return (
    <Table
      caption={`Actions for ${objective.ref}`}
      hideCaption
      rows={actions}
      columns={[
        { head: 'What', cell: (action) => action.what },
        { head: 'Owner', cell: (action) => action.owner || 'Nobody yet' },
        { head: 'By', nowrap: true, cell: (action) => <ByDay action={action} today={today} /> },
        ...(mayAct && objective.state !== 'closed'
          ? [
              {
                head: 'Mark',
                hideHead: true,
                nowrap: true,
                cell: (action: (typeof actions)[number]) => (
                  <PostButton
                    action={`${base}/${action.actionId}/completion`}
                    hidden={{ done: action.state === 'done' ? 'no' : 'yes' }}
                    link
                    about={action.what}
                  >
                    {action.state === 'done' ? 'Not done after all' : 'Mark as done'}
                  </PostButton>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

const SAID = { proposal: 'proposed it', question: 'asked', agreement: 'agreed it' }

/** What was said on the way to agreement, newest first. */
export function Exchange({ said }: { said: readonly Said[] }) {
  if (said.length === 0) return null
  return (
    <Section id="said" title="What was said">
      <Log
        entries={[...said].reverse().map(({ day, byName, kind, words }) => ({
          day,
          text: plainDay(day),
          what: `${byName} ${SAID[kind]}${words ? `: “${words}”` : ''}`,
        }))}
      />
    </Section>
  )
}

/** The field in which whoever agrees says why, where letters are not met; nothing where all are. */
export function UnmetField(props: {
  objective: Objective
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { objective, values, refusals } = props
  const unmet = unmetLetters(objective.reading)
  if (unmet.length === 0) return null
  const name = `unmet-${objective.objectiveId}`
  return (
    <TextArea
      name={name}
      label={`Why is ${objective.ref} agreed all the same?`}
      hint={`It is not yet ${unmetText(objective)}. The reason is kept with the plan.`}
      rows={2}
      value={values[name]}
      error={errorFor(refusals, name)}
    />
  )
}

/** Where an objective is agreed or questioned, by whoever can. */
export function AgreementPanel(props: {
  objective: Objective
  own: boolean
  personName: string
  leader: string | null
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { objective, own, personName, leader, values, refusals } = props
  const { ref, state, version } = objective
  const at = paths.objective(objective.personId, objective.objectiveId)
  const open = state === 'draft' || state === 'proposed' || state === 'questioned'
  if (!open || (own && !objective.private && leader)) return null
  if (!own && state !== 'proposed') return null
  const [title, about, button] = own
    ? objective.private
      ? [
          'Only you see this',
          'Nobody else agrees it. Put it in your plan when it says what you mean.',
          'Put it in my plan',
        ]
      : [
          'Nobody leads you yet',
          `An objective is agreed by two. Until somebody leads you, you can note that you agreed it with yourself: it is shown as not agreed by anybody else.`,
          'Agree it with myself',
        ]
    : [`${personName} proposes this`, 'Agree it, or ask what you want to know first.', `Agree ${ref}`]
  return (
    <Panel id="agreement" title={title} fact={ref}>
      <p class="s ink2 mb4">{about}</p>
      <Form action={`${at}/agreement`} hidden={{ version }} label={button}>
        <UnmetField objective={objective} values={values} refusals={refusals} />
        <div class="btns flush">
          <Button kind={own ? 'secondary' : 'primary'}>{button}</Button>
        </div>
      </Form>
      {!own && (
        <div class="mt5">
          <Form action={`${at}/question`} hidden={{ version }} keep={`question-${ref}`} label="Question it">
            <TextArea
              name="question"
              label="Or question it"
              hint={`What you want to know or change. It goes back to ${personName}.`}
              rows={2}
              value={values.question}
              error={errorFor(refusals, 'question')}
            />
            <div class="btns flush">
              <Button kind="secondary">Send the question</Button>
            </div>
          </Form>
        </div>
      )}
    </Panel>
  )
}
