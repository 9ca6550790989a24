import { count, ending } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { fieldId, Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stages } from '../../../ui/lists.tsx'
import { More, Ref, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import {
  isModel,
  MODEL_WORDS,
  type Model,
  type Reflection,
  type Stage,
} from '../../reflections/reflections.ts'
import { refusalsOf, type Shown, typedIn } from './shown.ts'

const MARKS = { done: 'done', thin: 'part', empty: 'none' } as const

const stageWords = ({ state, hint, words }: Stage): string =>
  state === 'empty' ? 'empty' : state === 'thin' ? `thin: ${hint}` : `done, ${count(words, 'word')}`

/** The person's reflective account of the review: written here, linked, or left out with a reason. */
export function AccountSection({
  shown,
  accounts,
  model,
}: {
  shown: Shown
  /** The person's own, to link one; none for anybody else. */
  accounts: readonly Reflection[]
  /** The cycle that was asked for, where none is begun. */
  model: Model | null
}) {
  const { view, own, writes } = shown
  const { account, accountState, row } = view
  const fact = account
    ? `${MODEL_WORDS[account.model].name}. ${account.ref}`
    : accountState && `${MODEL_WORDS[accountState.model].name}`
  return (
    <Section id="account" title="4. Reflective account" fact={fact}>
      {account && <Told account={account} form={own && writes} />}
      {!account && accountState && (
        <p>
          {view.person.name} has written an account for this review: {accountState.done} of {accountState.of}{' '}
          stages. Only {view.person.name} reads it.
        </p>
      )}
      {!accountState && row.noAccount && <p>No account this time: {row.noAccount}</p>}
      {!accountState && !row.noAccount && !(own && writes) && <p class="ink2">Not started.</p>}
      {own && writes && <Writing shown={shown} accounts={accounts} model={model} />}
    </Section>
  )
}

function Told({ account, form }: { account: Reflection; form: boolean }) {
  const finished = account.stages.filter(({ text }) => text !== '')
  return (
    <>
      <Stages
        stages={account.stages.map((stage) => ({
          title: stage.name,
          href: form ? `#${fieldId(stage.key)}` : `#told-${stage.key}`,
          state: MARKS[stage.state],
          words: stageWords(stage),
        }))}
      />
      {!form && (
        <div class="prose s mt4">
          {finished.map(({ key, name, text }) => (
            <p id={`told-${key}`} key={key}>
              <b class="b">{ending(name)}</b> {text}
            </p>
          ))}
        </div>
      )}
    </>
  )
}

function Writing({
  shown,
  accounts,
  model,
}: {
  shown: Shown
  accounts: readonly Reflection[]
  model: Model | null
}) {
  const { account, person, row } = shown.view
  const posted = typedIn(shown, 'account', 'model') ?? ''
  const begun = account?.model ?? model ?? (isModel(posted) ? posted : null)
  const base = paths.review(person.personId, row.reviewId)
  return (
    <div class="mt4 no-print">
      {begun ? (
        <StagesForm shown={shown} model={begun} />
      ) : (
        <Form action={`${base}#account`} method="get" inline label="Start an account">
          <Select
            name="model"
            label="Write an account of this review"
            hint="Gibbs for one thing that happened, Kolb for a stretch of weeks, the shorter three for a thought before it goes."
            options={Object.entries(MODEL_WORDS).map(([value, { name }]) => ({ value, text: name }))}
          />
          <Button kind="secondary">Start it</Button>
        </Form>
      )}
      {!account && <Instead shown={shown} accounts={accounts} />}
      {account && (
        <p class="s mt4">
          <a href={paths.reflection(person.personId, account.reflectionId)}>
            Open account <Ref>{account.ref}</Ref>
          </a>{' '}
          to say what changed at work since, or to keep it as evidence.
        </p>
      )}
    </div>
  )
}

function StagesForm({ shown, model }: { shown: Shown; model: Model }) {
  const { account, person, row, leaderName } = shown.view
  const refusals = refusalsOf(shown, 'account')
  const stages: readonly Pick<Stage, 'key' | 'name' | 'prompt' | 'text' | 'state'>[] =
    account?.stages ?? MODEL_WORDS[model].stages.map((stage) => ({ ...stage, text: '', state: 'empty' }))
  const field = ({ key, name, prompt, text }: (typeof stages)[number]) => (
    <TextArea
      key={key}
      name={key}
      label={name}
      hint={prompt}
      value={typedIn(shown, 'account', key) ?? text}
      error={errorFor(refusals, key)}
    />
  )
  const finished = stages.filter(({ state }) => state === 'done')
  const open = stages.filter(({ state }) => state !== 'done')
  return (
    <Form
      action={`${paths.review(person.personId, row.reviewId)}/account`}
      hidden={account ? { model, version: account.version } : { model }}
      keep={`review-${row.reviewId}-account`}
      label="Reflective account"
      wide
    >
      {finished.length > 0 && (
        <More summary={`Read or change the ${count(finished.length, 'finished stage')}`}>
          {finished.map(field)}
        </More>
      )}
      {open.map(field)}
      <Choices
        name="sharing"
        label="Who may read this account?"
        hint={
          leaderName
            ? `Whichever you choose, ${leaderName} learns that there is an account for this review.`
            : undefined
        }
        row
        value={typedIn(shown, 'account', 'sharing') ?? account?.sharing ?? 'me'}
        choices={[
          { value: 'me', text: 'Only me' },
          { value: 'leader', text: leaderName ?? 'Whoever leads me' },
          { value: 'assessor', text: `${leaderName ?? 'Whoever leads me'} and my assessor` },
        ]}
      />
      <Buttons>
        <Button kind="secondary">Save the account</Button>
      </Buttons>
    </Form>
  )
}

function Instead({ shown, accounts }: { shown: Shown; accounts: readonly Reflection[] }) {
  const { person, row } = shown.view
  const base = paths.review(person.personId, row.reviewId)
  const refusals = refusalsOf(shown, 'account')
  return (
    <>
      {accounts.length > 0 && (
        <div class="mt5">
          <Form action={`${base}/account/link`} inline label="Link an account">
            <Select
              name="reflection"
              label="Or link an account you have written"
              error={errorFor(refusals, 'reflection')}
              options={accounts.map(({ reflectionId, ref, about }) => ({
                value: reflectionId,
                text: `${ref} ${about.words}`,
              }))}
            />
            <Button kind="secondary">Link it</Button>
          </Form>
        </div>
      )}
      <div class="mt5">
        <Form action={`${base}/account/none`} label="No account this time">
          <TextField
            name="no-account"
            label="Or say why there is none this time"
            value={typedIn(shown, 'account', 'no-account') ?? row.noAccount}
            error={errorFor(refusals, 'no-account')}
          />
          <Buttons>
            <Button kind="quiet">Leave it out</Button>
          </Buttons>
        </Form>
      </div>
    </>
  )
}
