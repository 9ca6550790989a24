import type { VNode } from 'preact'
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { SHARINGS, type Sharing } from '../../../kernel/sharing.ts'
import { count, listing } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { fieldId, Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stages } from '../../../ui/lists.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { type Knot, Thread } from '../../../ui/thread.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Reflection } from '../reflections.ts'
import type { Hint } from '../rules/hints.ts'
import type { Stage } from '../rules/stages.ts'
import { ImpactFields, ShownImpact, type TypedImpact } from './impact.tsx'
import { ReflectionGuide } from './list-page.tsx'
import { SHARING_WORDS } from './sharing-words.ts'

/** What is in the form: of a kept account, or as it was typed. */
export type TypedAccount = TypedImpact & { aboutWords: string; stages: readonly Stage[]; sharing: Sharing }

/** Both the field that is written in and the section that is read. */
const IMPACT = fieldId('impact')

const MARKS = { done: 'done', thin: 'part', empty: 'none' } as const

const stageWords = (stage: Stage): string =>
  stage.state === 'empty'
    ? 'empty'
    : stage.state === 'thin'
      ? `thin: ${stage.hint}`
      : `done, ${count(stage.words, 'word')}`

function StageLine({ stages }: { stages: readonly Stage[] }): VNode {
  return (
    <Stages
      stages={stages.map((stage) => ({
        title: stage.name,
        href: `#${fieldId(stage.key)}`,
        state: MARKS[stage.state],
        words: stageWords(stage),
      }))}
    />
  )
}

/** The account as its writer works on it. */
export function WritePage(props: {
  action: string
  personId: string
  typed: TypedAccount
  hints: readonly Hint[]
  /** Words that could tell who a customer is. */
  personalData: readonly string[]
  hidden: Record<string, string | number>
  competencies: readonly Competency[]
  measures: readonly { key: string; name: string }[]
  today: Day
  /** Null for one that was not saved yet. */
  account: Reflection | null
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
}): VNode {
  const { action, typed, hints, personalData, hidden, account, measures, today, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {account && <AccountThread account={account} />}
      <StageLine stages={typed.stages} />
      {personalData.length > 0 && (
        <Note kind="warn" title="This could identify a customer.">
          {listing(personalData.map((words) => `“${words}”`))}:{' '}
          {typed.sharing === 'me'
            ? 'take it out before you share the account.'
            : 'the account is shared, so others can read it. Take it out and save.'}
        </Note>
      )}
      {hints.map(({ kind, stage, title, text }) => (
        <div key={kind} class="mb4">
          <Note title={title}>
            {text} <a href={`#${fieldId(stage)}`}>Go on with it</a>
          </Note>
        </div>
      ))}
      <Columns split="8-4">
        <Form action={action} keep="reflection" hidden={hidden}>
          <TextField
            name="about-words"
            label="What is it about?"
            hint="A few words, to find it again."
            value={typed.aboutWords}
            width="l"
          />
          {typed.stages.map((stage) => (
            <TextArea
              key={stage.key}
              name={stage.key}
              label={stage.name}
              hint={
                stage.hint
                  ? `${stage.prompt} So far it ${stage.hint.startsWith('says') ? '' : 'has '}${stage.hint}.`
                  : stage.prompt
              }
              error={errorFor(refusals, stage.key)}
              value={stage.text}
              rows={stage.state === 'empty' ? 3 : 5}
            />
          ))}
          <ImpactFields typed={typed} measures={measures} today={today} refusals={refusals} />
          <Choices
            name="sharing"
            label="Who may read this account?"
            value={typed.sharing}
            choices={SHARINGS.map((sharing) => ({
              value: sharing,
              text: SHARING_WORDS[sharing].choice,
              hint: SHARING_WORDS[sharing].hint,
            }))}
          />
          <Buttons>
            {/* The first button of a form is what the Enter key presses. */}
            <Button>Save the account</Button>
            <Button kind="secondary" name="do" value="show">
              Show before and after
            </Button>
          </Buttons>
        </Form>
        {account && (
          <div class="stick">
            <KeepSection {...props} account={account} />
          </div>
        )}
      </Columns>
      <div class="mt5">
        <ReflectionGuide />
      </div>
    </>
  )
}

function KeepSection(props: {
  personId: string
  account: Reflection
  competencies: readonly Competency[]
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
}): VNode {
  const { personId, account, competencies, refusals, values } = props
  return (
    <Section id="keep" title="Keep it as evidence">
      <p class="s ink2 mb4">
        {account.sharing === 'me'
          ? 'The account is for you only, so the evidence will be too, until you share the account.'
          : 'Its conclusion and its step stand as evidence. The account itself stays with those you share it with. Make the account yours only, and the evidence is too.'}
      </p>
      <Form action={paths.reflectionEvidence(personId, account.reflectionId)} wide>
        <Select
          name="competency"
          label="Which competency does it bear on?"
          error={errorFor(refusals, 'competency')}
          value={values.competency}
          options={[
            { value: '', text: 'Choose one' },
            ...competencies.map(({ competencyId, title }) => ({ value: competencyId, text: title })),
          ]}
        />
        <TextField
          name="reason"
          label="Why?"
          hint="One line."
          error={errorFor(refusals, 'reason')}
          value={values.reason}
        />
        <Buttons>
          <Button kind="secondary">Keep as evidence</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

/** The account as somebody reads it with whom it is shared; also on paper. */
export function ReadPage({ account }: { account: Reflection }): VNode {
  const { stages, impact, shown } = account
  return (
    <>
      <AccountThread account={account} />
      <Columns split="8-4">
        <div>
          {stages.map((stage) => (
            <Section key={stage.key} id={fieldId(stage.key)} title={stage.name} fact={stageWords(stage)}>
              {stage.text ? (
                <p class="prose any">{stage.text}</p>
              ) : (
                <p class="s ink2">Nothing written yet.</p>
              )}
            </Section>
          ))}
          <Section id={IMPACT} title="Impact on practice">
            <ShownImpact impact={impact} shown={shown} />
          </Section>
        </div>
      </Columns>
      <div class="mt5">
        <ReflectionGuide />
      </div>
    </>
  )
}

const ABOUT_PATHS = { evidence: paths.evidenceItem, objective: paths.objective, review: paths.review }

function AccountThread({ account }: { account: Reflection }): VNode {
  const { about, personId, ref, impact } = account
  const href =
    about.kind === 'none' || about.id === null ? undefined : ABOUT_PATHS[about.kind](personId, about.id)
  const isReview = about.kind === 'review'
  const before: Knot[] =
    href && !isReview
      ? [
          {
            stage: about.kind === 'objective' ? 'Objective' : 'Evidence',
            state: 'done',
            text: about.words || 'What it is about',
            href,
          },
        ]
      : []
  const after: Knot = impact
    ? { stage: 'Impact on practice', state: 'done', text: 'Said in the account', href: `#${IMPACT}` }
    : { stage: 'Impact on practice', state: 'todo', text: 'Not said yet', href: `#${IMPACT}` }
  return (
    <Thread
      label="Where this account sits on the thread"
      knots={[
        ...before,
        {
          stage: 'Review and reflection',
          state: 'now',
          text: ref,
          meta: isReview && href ? <a href={href}>About a review</a> : undefined,
        },
        after,
      ]}
    />
  )
}
