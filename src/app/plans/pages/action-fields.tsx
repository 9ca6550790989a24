import { type Day, shortDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button } from '../../../ui/button.tsx'
import { DateFields, Tick } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Hidden } from '../../../ui/form.tsx'
import { More } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Late, Tag } from '../../../ui/tag.tsx'
import { actionRows, type Values } from '../posted.ts'
import { type Action, lateBy } from '../rules/objective.ts'
import { onlyCourses } from '../rules/ways.ts'
import { WAY_CHOICES } from './action-words.ts'
import { CoursesHint } from './courses-hint.tsx'

type Row = { at: number; saved: Action | null }

/** The actions of an objective as rows of its form: what, who, by when. */
export function ActionFields(props: {
  values: Values
  saved: readonly Action[]
  refusals: readonly Refusal[]
  today: Day
}) {
  const { values, saved, refusals, today } = props
  const rows = Array.from(
    { length: actionRows(values) },
    (_, at): Row => ({
      at,
      saved: saved.find((action) => action.actionId === values[`a${at}-id`]) ?? null,
    }),
  )
  const kept = rows.filter((row) => row.saved)
  const fresh = rows.filter((row) => !row.saved)
  const fields = ({ at, saved: action }: Row) => (
    <RowFields key={at} at={at} saved={action} values={values} refusals={refusals} />
  )
  return (
    <section aria-labelledby="actions">
      <h2 id="actions" class="lab">
        Actions
      </h2>
      <p class="hint">Small steps, each with somebody’s name and a date.</p>
      {onlyCourses(saved) && <CoursesHint />}
      <Hidden name="actions" value={rows.length} />
      {kept.length > 0 && (
        <Table
          caption="Actions for this objective"
          hideCaption
          rows={kept}
          columns={[
            {
              head: 'What',
              rowHead: false,
              label: null,
              cell: (row) => (
                <>
                  {row.saved?.what}
                  <More summary={`Change action ${row.at + 1}`} open={hasError(refusals, row.at)}>
                    {fields(row)}
                  </More>
                </>
              ),
            },
            { head: 'Owner', cell: (row) => row.saved?.owner || 'Nobody yet' },
            {
              head: 'By',
              nowrap: true,
              cell: (row) => row.saved && <ByDay action={row.saved} today={today} />,
            },
          ]}
        />
      )}
      {fresh.map(fields)}
      <p class="mt3">
        <Button kind="secondary" small icon="plus" name="do" value="add">
          Add an action
        </Button>
      </p>
    </section>
  )
}

const hasError = (refusals: readonly Refusal[], at: number) =>
  refusals.some(({ field }) => field?.startsWith(`a${at}-`))

/** An action's date, and whether it is late or done. */
export function ByDay({ action, today }: { action: Action; today: Day }) {
  const late = lateBy(action, today)
  return (
    <>
      {action.by ? shortDay(action.by, today) : 'No date'} {late > 0 && <Late days={late} />}
      {action.state === 'done' && <Tag kind="ink">Done</Tag>}
    </>
  )
}

function RowFields(props: {
  at: number
  saved: Action | null
  values: Values
  refusals: readonly Refusal[]
}) {
  const { at, saved, values, refusals } = props
  const name = (part: string) => `a${at}-${part}`
  const by = {
    day: values[name('by-day')] ?? '',
    month: values[name('by-month')] ?? '',
    year: values[name('by-year')] ?? '',
  }
  const number = at + 1
  return (
    <fieldset class="mt3">
      <legend>{saved ? `Change action ${number}` : `Action ${number}`}</legend>
      <div class="form mt2">
        {saved && <Hidden name={name('id')} value={saved.actionId} />}
        <TextField name={name('what')} label="What will be done" value={values[name('what')]} />
        <TextField
          name={name('owner')}
          label="Owner"
          hint="Who does it. Somebody else’s action is one you wait for."
          value={values[name('owner')]}
        />
        <DateFields name={name('by')} label="By" value={by} error={errorFor(refusals, name('by'))} />
        <More
          summary={`With whom, and how it is learnt${number > 1 ? `, action ${number}` : ''}`}
          open={Boolean(values[name('with')] || values[name('way')] || errorFor(refusals, name('with')))}
        >
          <div class="form mt2">
            <TextField
              name={name('with')}
              label="With whom"
              hint="Who helps, listens in or is asked."
              value={values[name('with')]}
              error={errorFor(refusals, name('with'))}
            />
            <Select
              name={name('way')}
              label="How it is learnt"
              hint="A prompt to think of more than courses. There is no right mix."
              value={values[name('way')]}
              options={WAY_CHOICES}
            />
          </div>
        </More>
        {saved && (
          <Tick name={name('drop')} text="Drop this action" checked={values[name('drop')] === 'yes'} />
        )}
      </div>
    </fieldset>
  )
}
