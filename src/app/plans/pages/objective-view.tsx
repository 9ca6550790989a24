import { type Day, plainDay } from '../../../kernel/day.ts'
import { capital, listing } from '../../../kernel/text.ts'
import { PostButton } from '../../../ui/form.tsx'
import { Log } from '../../../ui/lists.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import { bandItems } from '../rules/bands.ts'
import { budgetFor, budgetState } from '../rules/budget.ts'
import { figureWords } from '../rules/figures.ts'
import { type Action, type Objective, standing, unmetLetters } from '../rules/objective.ts'
import { onlyCourses } from '../rules/ways.ts'
import type { Said } from '../store/said.ts'
import { ByDay } from './action-fields.tsx'
import { WAY_NAMES } from './action-words.ts'
import { CoursesHint } from './courses-hint.tsx'

/** "74% to 80%, Resolved first time"; what is missing is said. */
function measureWords(objective: Objective): string {
  const { measureName, unit, baseline, target } = objective
  if (!measureName && target === null) return 'none set'
  const to = target === null ? 'no target yet' : figureWords(target, unit)
  const course = baseline === null ? `to ${to}` : `from ${figureWords(baseline, unit)} to ${to}`
  return measureName ? `${measureName}, ${course}` : course
}

/** What an objective says, as a record that is read and not written. */
export function ObjectiveRecord({ objective, early }: { objective: Objective; early?: string | null }) {
  const one = objective
  const none = <span class="miss">none named</span>
  return (
    <SummaryList
      items={[
        { term: 'Objective', value: one.text || none },
        {
          term: one.kind === 'personal' ? 'Personal, because' : 'Professional, because',
          value: one.why || none,
          side: readers(one),
        },
        { term: 'Measure', value: measureWords(one) },
        ...(one.success ? [{ term: 'Success', value: one.success }] : []),
        ...bandItems(one),
        { term: 'Due', value: one.due ? plainDay(one.due) : none },
        ...(one.after ? [{ term: 'Comes after', value: early ? `${one.after}. ${early}` : one.after }] : []),
        { term: 'Resources', value: one.resources || none },
        ...(one.budget
          ? [{ term: 'Money', value: `${budgetFor(one.budget)}: ${budgetState(one.budget)}` }]
          : []),
        ...(one.priority ? [{ term: 'Priority', value: one.priority }] : []),
        ...(one.servesAspiration ? [{ term: 'Serves', value: 'The aspiration' }] : []),
        ...(one.unmetReason
          ? [{ term: 'Agreed all the same', value: `${one.unmetReason} (Not yet ${unmetText(one)})` }]
          : []),
        ...(one.cause
          ? [
              {
                term: one.agreedOn ? 'Why it changes' : 'Why it is added',
                value: [one.cause, one.causeReason].filter(Boolean).join(': '),
              },
            ]
          : []),
      ]}
    />
  )
}

function readers({ private: alone, sharing }: Objective) {
  if (alone) return <OnlyYou />
  return sharing === 'leader' ? <Tag>Shared with the leader</Tag> : undefined
}

/** Letters of SMART that an objective does not have, in words: "measurable and time-bound". */
export const unmetText = (objective: Objective) => listing(unmetLetters(objective.reading)).toLowerCase()

/** The actions of an objective, each with a button that says it is done. */
export function ActionList(props: { objective: Objective; today: Day; mayAct: boolean }) {
  const { objective, today, mayAct } = props
  const actions = standing(objective.actions)
  if (actions.length === 0) return <p class="s ink2">No actions yet.</p>
  const base = `${paths.objective(objective.personId, objective.objectiveId)}/actions`
  return (
    <>
      {onlyCourses(actions) && <CoursesHint />}
      <Table
        caption={`Actions for ${objective.ref}`}
        hideCaption
        rows={actions}
        columns={[
          { head: 'What', cell: (action) => <What action={action} /> },
          { head: 'Owner', nowrap: true, cell: (action) => action.owner || 'Nobody yet' },
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
    </>
  )
}

/** What is done, and under it with whom and how it is learnt. */
export function What({ action }: { action: Action }) {
  const { what, withWhom, way } = action
  const more = [withWhom && `with ${withWhom}`, way && WAY_NAMES[way].toLowerCase()].filter(Boolean)
  return (
    <>
      {what}
      {more.length > 0 && <Sub>{capital(more.join(', '))}</Sub>}
    </>
  )
}

const SAID: Record<Said['kind'], string> = {
  proposal: 'proposed it',
  question: 'asked',
  agreement: 'agreed it',
  decline: 'declined it',
  budget: 'decided about the money',
}

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
