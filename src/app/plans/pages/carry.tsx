import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { capital, listing } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices, DateFields } from '../../../ui/choices.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { More, Panel, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { YearShown } from '../carry.ts'
import { type Fate, isReworded } from '../rules/carry.ts'
import { figureWords } from '../rules/figures.ts'
import { CAUSES, type Objective, standing, stateWords } from '../rules/objective.ts'
import { Decide, FATE_WORDS } from './carry-decide.tsx'

type Values = Readonly<Record<string, string>>

export type YearProps = {
  shown: YearShown
  person: { personId: string; name: string }
  leader: string | null
  own: boolean
  /** What the end is about. */
  open: readonly Objective[]
  objectives: readonly Objective[]
  nextVersion: number
  values: Values
  refusals: readonly Refusal[]
}

/** The end of a plan year, for the person who proposes it and for who agrees it; below it the years that are closed. */
export function YearPage(props: YearProps) {
  const { shown, person, own, refusals } = props
  const { year, end, closed } = shown
  const waits = end?.state === 'proposed'
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {end?.state === 'sent back' && (
        <Note kind="warn" title={`${props.leader ?? 'Your leader'} sent it back: “${end.question}”`}>
          {own ? 'Change what is needed and propose it again.' : `Now ${person.name} answers.`}
        </Note>
      )}
      {waits && own && (
        <Note title={`It is proposed, and waits for ${props.leader ?? 'somebody who leads you'}.`}>
          You can still change it: what you propose last counts.
        </Note>
      )}
      {year && own && <ProposeForm {...props} year={year} />}
      {year && !own && <Decide {...props} />}
      {!year && closed.length === 0 && (
        <Empty
          title="No plan year can be closed yet"
          belongs="A year can be closed from eight weeks before it ends, once a plan is agreed."
          helps="What is not finished is then carried over or closed, each with its cause."
        />
      )}
      {closed.length > 0 && <Closed {...props} />}
      <div class="mt5">
        <Guide
          good="Every objective gets an honest end: closed with what the record shows, or carried over with a new date and the reason."
          mistake="Starting the next year with everything still open, so that nobody knows which objective anybody still means."
          example="“Ring back on the day promised” was met in November and is closed. “Handle billing calls alone” is carried over to 26 March, because the training was moved."
        />
      </div>
    </>
  )
}

function ProposeForm(props: YearProps & { year: NonNullable<YearShown['year']> }) {
  const { year, person, open, leader, objectives } = props
  const drafts = objectives.filter((one) => one.state !== 'closed' && one.agreedOn === null && !one.private)
  const hidden = objectives.filter((one) => one.state !== 'closed' && one.private)
  return (
    <Section id="ends" title="What becomes of each objective">
      {open.length === 0 && (
        <p>Nothing agreed is open, so the year ends with the version that is in force.</p>
      )}
      <Form
        action={paths.year(person.personId)}
        keep={`year-${year.from}`}
        hidden={Object.fromEntries(open.map((one) => [`version-${one.objectiveId}`, one.version]))}
      >
        {open.map((one) => (
          <EndFields key={one.objectiveId} objective={one} {...props} />
        ))}
        {drafts.length > 0 && (
          <p class="s ink2">
            Stays as it is, as it is not agreed yet: {listing(drafts.map(({ ref }) => ref))}.
          </p>
        )}
        {hidden.length > 0 && (
          <p class="s ink2">
            Only you read {listing(hidden.map(({ ref }) => ref))}: close or change what is yours on its own
            page.
          </p>
        )}
        <Buttons flush>
          <Button>{leader ? `Propose the close of ${year.name}` : `Close the year ${year.name}`}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

function EndFields(props: YearProps & { objective: Objective }) {
  const { objective, values, refusals } = props
  const { objectiveId: id, ref, title, due, text } = objective
  const error = (field: string) => errorFor(refusals, `${field}-${id}`)
  const typed = {
    day: values[`due-${id}-day`] ?? '',
    month: values[`due-${id}-month`] ?? '',
    year: values[`due-${id}-year`] ?? '',
  }
  const words = values[`text-${id}`] ?? ''
  return (
    <Panel
      id={`end-${ref}`}
      title={`${ref} ${title}`}
      fact={due ? `due ${plainDay(due)}` : 'no date'}
      level={3}
    >
      <p class="s ink2">{standsWords(objective)}</p>
      <div class="form mt3">
        <Choices
          name={`fate-${id}`}
          label={`What becomes of ${ref}?`}
          value={values[`fate-${id}`]}
          error={error('fate')}
          choices={(Object.keys(FATE_WORDS) as Fate[]).map((fate) => ({
            value: fate,
            text: FATE_WORDS[fate],
          }))}
          row
        />
        <div class="if-carried">
          <DateFields
            name={`due-${id}`}
            label={
              <>
                New target date
                <Of refer={ref} />
              </>
            }
            hint="Only where you carry it over."
            value={typed}
            error={error('due')}
          />
        </div>
        <div class="if-unmet">
          <Select
            name={`cause-${id}`}
            label={
              <>
                Cause
                <Of refer={ref} />
              </>
            }
            hint="Only where it is carried over or no longer needed."
            value={values[`cause-${id}`]}
            error={error('cause')}
            options={[
              { value: '', text: 'Choose the cause' },
              ...CAUSES.map((cause) => ({ value: cause, text: capital(cause) })),
            ]}
          />
        </div>
        <TextField
          name={`reason-${id}`}
          label={
            <>
              In your words
              <Of refer={ref} />
            </>
          }
          value={values[`reason-${id}`]}
          error={error('reason')}
        />
        <More
          summary={`Change the words of ${ref}, where they name the old date`}
          open={isReworded(words, objective)}
        >
          <TextArea name={`text-${id}`} label={`Words of ${ref}`} value={words || text} />
        </More>
      </div>
    </Panel>
  )
}

/** Which objective a field is about, for those who hear the field alone. */
const Of = ({ refer }: { refer: string }) => <span class="vh"> of {refer}</span>

/** Where an objective stands at the end, from the record alone. */
function standsWords(objective: Objective): string {
  const { unit, target, measureName } = objective
  const actions = standing(objective.actions)
  const done = actions.filter(({ state }) => state === 'done').length
  return [
    `${capital(stateWords(objective, null))}.`,
    ...(actions.length > 0 ? [`${done} of ${actions.length} actions done.`] : []),
    ...(target !== null ? [`${measureName ?? 'Target'}: ${figureWords(target, unit)} was the aim.`] : []),
  ].join(' ')
}

function Closed({ shown, person }: YearProps) {
  return (
    <Section id="closed" title="Years that are closed" fact="Kept as they ended">
      <Rows
        items={shown.closed.map(({ name, closedOn, planVersion }) => ({
          title: `The year ${name}`,
          meta: `Closed on ${closedOn ? plainDay(closedOn) : ''} with version ${planVersion ?? ''}`,
          side: (
            <ButtonLink
              kind="secondary"
              small
              icon="print"
              href={paths.planVersion(person.personId, planVersion ?? 1)}
              about={`at the end of ${name}`}
            >
              Read and print the plan as it stood
            </ButtonLink>
          ),
          below: true,
        }))}
      />
    </Section>
  )
}
