import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { More, Ref, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import { ComparedFigure, WITHHELD_WORDS } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import { type Objective, stateWords } from '../rules/objective.ts'
import type { Served } from '../served.ts'
import type { Priority } from '../store/priorities.ts'
import { PriorityForm } from './priority-form.tsx'

type Shown = {
  priority: Priority
  served: Served
  measures: readonly { key: string; name: string }[]
  mayChange: boolean
  today: string
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
  /** The priority as somebody else saved it meanwhile. */
  overtaken: Priority | null
}

/** One priority: who serves it, and what its measure shows of all of them before and since. */
export function PriorityPage(props: Shown) {
  const { priority, refusals, overtaken, mayChange, measures, values } = props
  const at = paths.priority(priority.priorityId)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {overtaken && (
        <Section id="now" title="As it is now">
          <Record priority={overtaken} measures={measures} />
        </Section>
      )}
      <Section
        id="shows"
        title="What came of it"
        fact={[measures.find(({ key }) => key === priority.measure)?.name, 'everybody who serves it together']
          .filter(Boolean)
          .join(', ')}
      >
        <Impact {...props} />
      </Section>
      <Section id="serves" title="Who serves it" fact={facts(props.served)}>
        <Serving {...props} />
      </Section>
      {mayChange && (
        <Section id="change" title="Change it">
          <More summary="Name, owner, dates or measure" open={refusals.length > 0}>
            <PriorityForm
              action={at}
              measures={measures}
              values={values}
              refusals={refusals}
              version={(overtaken ?? priority).version}
            />
          </More>
        </Section>
      )}
      <div class="mt5">
        <Guide
          good="Objectives of several people serve it, and its measure is looked at with its interval, so that luck is not taken for success."
          mistake="A before and after of two figures without how many contacts they rest on, and a slump as the “before”."
          example="Five advisers, 1,204 contacts before and 690 since: 2 points higher, interval from 2 lower to 6 higher. Cannot tell yet."
        />
      </div>
    </>
  )
}

function Record({ priority, measures }: Pick<Shown, 'priority' | 'measures'>) {
  const { title, owner, from, to, measure } = priority
  return (
    <SummaryList
      items={[
        { term: 'The organisation wants', value: title },
        { term: 'Who answers for it', value: owner },
        { term: 'From', value: plainDay(from) },
        { term: 'To', value: to ? plainDay(to) : 'no end set' },
        { term: 'Measure', value: measures.find(({ key }) => key === measure)?.name ?? 'none' },
      ]}
    />
  )
}

function Impact({ priority, served, today }: Shown) {
  const { pooled } = served
  if (priority.measure === null)
    return <p class="s ink2">No measure is named, so there is no before and after to show.</p>
  if (priority.from > today)
    return (
      <p class="s ink2">
        It begins on {plainDay(priority.from)}: the before and after is shown from then on.
      </p>
    )
  if (pooled === null)
    return <p class="s ink2">No objective that serves it is agreed yet, so there are no contacts to pool.</p>
  if (pooled.compared === null) return <Note kind="private">{WITHHELD_WORDS[pooled.withheld]}</Note>
  const { people } = pooled.compared
  return (
    <>
      <p class="s ink2 mb4">
        {people === 1 ? 'Your contacts alone' : `The contacts of ${count(people, 'person', 'people')}`}: the
        13 weeks before {plainDay(priority.from)} against those since. It shows what happened, not why.
      </p>
      <ComparedFigure compared={pooled.compared} />
    </>
  )
}

const facts = ({ named, others }: Served) =>
  count(named.filter((one) => one.objectives.length > 0).length + others.people, 'person', 'people')

function Serving({ served }: Shown) {
  const { named, others } = served
  const rows = named.flatMap(({ person, objectives }) =>
    objectives.map((objective) => ({ person, objective })),
  )
  return (
    <>
      {rows.length > 0 && (
        <Table
          caption="Objectives that serve it"
          hideCaption
          rows={rows}
          columns={[
            { head: 'Person', cell: ({ person }) => <a href={paths.plan(person.personId)}>{person.name}</a> },
            { head: 'Objective', cell: ({ objective }) => <ObjectiveLink objective={objective} /> },
            { head: 'Where it stands', cell: ({ objective }) => stateWords(objective, null) },
            {
              head: 'Due',
              nowrap: true,
              cell: ({ objective }) => (objective.due ? plainDay(objective.due) : 'no date'),
            },
          ]}
        />
      )}
      {rows.length === 0 && others.people === 0 && (
        <p class="s ink2">
          No objective serves it yet. Choose it under “Serves” where an objective is written or changed.
        </p>
      )}
      {others.people > 0 && (
        <p class="s ink2 mt3">
          {rows.length > 0 ? 'And ' : ''}
          {count(others.objectives, 'agreed objective')} of {count(others.people, 'person', 'people')} whose
          plans you do not read.
        </p>
      )}
    </>
  )
}

function ObjectiveLink({ objective }: { objective: Objective }) {
  const { ref, title, personId, objectiveId } = objective
  return (
    <>
      <Ref>{ref}</Ref> <a href={paths.objective(personId, objectiveId)}>{title}</a>
    </>
  )
}
