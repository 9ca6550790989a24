import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, FieldSet } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { fieldId, Select, TextField } from '../../../ui/field.tsx'
import { More } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { type Typed, type TypedLink, tickedLink } from '../typed.ts'
import { KindSet } from './form-kinds.tsx'

export type Suggested = { competency: Competency; because: string[] }

type LinkProps = {
  action: string
  typed: Typed
  own: boolean
  refusals: readonly Refusal[]
  competencies: readonly Competency[]
  suggested: readonly Suggested[]
}

/** The competencies that it could show, each with its own reason; on an observation with its five lines too. */
export function LinkFields({ action, typed, own, refusals, competencies, suggested }: LinkProps): VNode {
  const named = competencies.filter(({ competencyId }) =>
    typed.links.some((link) => link.competencyId === competencyId),
  )
  const shown: Suggested[] = [
    ...suggested,
    ...named
      .filter((one) => !suggested.some(({ competency }) => competency.competencyId === one.competencyId))
      .map((competency) => ({ competency, because: [] })),
  ]
  const error = errorFor(refusals, 'competency')
  const link = (competency: Competency, because: readonly string[], first = false) => {
    const { competencyId } = competency
    const typedLink = typed.links.find((one) => one.competencyId === competencyId)
    return (
      <OneLink
        key={competencyId}
        first={first}
        competency={competency}
        because={because}
        link={typedLink ?? { ...tickedLink(competencyId), ticked: false }}
        typed={typed}
        own={own}
        refusals={refusals}
      />
    )
  }
  return (
    <div class="form" data-part="links">
      {shown.length > 0 && (
        <FieldSet
          id="competencies"
          legend="Which competencies could it show?"
          hint="Suggested from your words. Tick those that fit, and say for each why; nothing is linked unless you do."
          error={error}
        >
          <div class="choices">
            {shown.map(({ competency, because }, index) => link(competency, because, index === 0))}
          </div>
        </FieldSet>
      )}
      {own ? (
        <div class="link-other form">
          <Select
            name="other"
            label={shown.length > 0 ? 'Another competency' : 'Which competency does it bear on?'}
            error={errorFor(refusals, 'other') ?? (shown.length > 0 ? null : error)}
            width="l"
            options={competencyOptions(competencies)}
          />
          <div class="link-why form">
            <ReasonFields {...typed.other} error={errorFor(refusals, 'reason')} />
            <Buttons>
              <Button kind="quiet" small name="do" value="check" action={`${action}#f-other`}>
                Choose one more
              </Button>
            </Buttons>
          </div>
        </div>
      ) : (
        <div data-open-for="observation">
          <More
            summary={shown.length > 0 ? 'The other competencies' : 'Which competencies did you see?'}
            open={typed.kind === 'observation'}
          >
            <div class="choices">
              {competencies
                .filter((one) => !shown.some(({ competency }) => competency === one))
                .map((competency) => link(competency, []))}
            </div>
          </More>
        </div>
      )}
    </div>
  )
}

function OneLink(props: {
  competency: Competency
  because: readonly string[]
  link: TypedLink
  first: boolean
  typed: Typed
  own: boolean
  refusals: readonly Refusal[]
}): VNode {
  const { competency, because, link, first, typed, own, refusals } = props
  const { competencyId, title, levels } = competency
  return (
    <div class="link-choice">
      <label class="choice">
        <input
          type="checkbox"
          name="competency"
          value={competencyId}
          id={first ? fieldId('competency') : undefined}
          checked={link.ticked}
        />
        <span class="l">{title}</span>
        {because.length > 0 && <span class="hint">{because.map((word) => `“${word}”`).join(', ')}</span>}
      </label>
      <div class="link-why form">
        <TextField
          name={`reason-${competencyId}`}
          label={`Why does it bear on ${title}?`}
          hint="One line. Whoever weighs the evidence reads it beside the item."
          error={errorFor(refusals, `reason-${competencyId}`)}
          value={link.reason}
        />
        <Choices
          name={`bearing-${competencyId}`}
          label={
            <>
              Which way does it point? <span class="vh">{title}</span>
            </>
          }
          row
          value={link.bearing}
          choices={BEARINGS}
        />
        {!own && (
          <KindSet kinds={['observation']} typed={typed}>
            <Choices
              name={`level-${competencyId}`}
              label={
                <>
                  Which line is nearest to what you saw? <span class="vh">{title}</span>
                </>
              }
              hint="What was done then and there, not what somebody is like. Leave it where none fits."
              value={link.level === null ? null : String(link.level)}
              choices={levels.map(({ level, label, anchor }) => ({
                value: String(level),
                text: anchor,
                hint: `${level}, ${label}`,
              }))}
            />
          </KindSet>
        )}
      </div>
    </div>
  )
}

const BEARINGS = [
  { value: 'for', text: 'It shows the competency' },
  { value: 'against', text: 'It speaks against it' },
]

/** The framework's competencies to choose from, none first. */
export function competencyOptions(competencies: readonly Competency[]): { value: string; text: string }[] {
  return [
    { value: '', text: 'None yet' },
    ...competencies.map(({ competencyId, title }) => ({ value: competencyId, text: title })),
  ]
}

/** Why an item bears on a competency, and which way. */
export function ReasonFields(props: { reason: string; bearing: string; error: string | null }): VNode {
  return (
    <>
      <TextField
        name="reason"
        label="Why does it bear on it?"
        hint="One line. Whoever weighs the evidence reads it beside the item."
        error={props.error}
        value={props.reason}
      />
      <Choices name="bearing" label="Which way does it point?" row value={props.bearing} choices={BEARINGS} />
    </>
  )
}
