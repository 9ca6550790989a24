import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { FieldSet, Tick } from '../../../ui/choices.tsx'
import { DiffTable } from '../../../ui/diff.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { LEVEL_LABELS, LEVELS } from '../rules/competency.ts'
import type { Item, ItemKind } from '../rules/item.ts'
import { changedWords } from '../rules/wording.ts'
import { ITEM_KIND_WORDS } from '../rules/words.ts'

type Values = Readonly<Record<string, string>>

/** An item's fields as its form shows them. */
export const valuesOf = (item: Item): Record<string, string> => ({
  kind: item.kind,
  code: item.code,
  title: item.title,
  statement: item.statement,
  soft: item.soft ? 'yes' : '',
  legal: item.legal ? 'yes' : '',
  words: item.words.join(', '),
  ...Object.fromEntries(LEVELS.map((level) => [`anchor-${level}`, anchorOf(item, level)])),
})

const anchorOf = (item: Item, level: number): string =>
  item.levels.find((each) => each.level === level)?.anchor ?? ''

const FIELD_WORDS: Record<string, string> = {
  kind: 'What it is',
  code: 'Code',
  title: 'Short name',
  statement: 'What it says',
  soft: 'Soft skill',
  legal: 'Asked by law',
  words: 'Words that suggest it',
  ...Object.fromEntries(LEVELS.map((level) => [`anchor-${level}`, `Level ${level}`])),
}

/** The form of one item, new or reworded. */
export function ItemForm(props: {
  action: string
  back: string
  values: Values
  refusals: readonly Refusal[]
  hidden: Record<string, string | number>
  keep: string
  button: string
  /** What the link says that leads back without a change. */
  leave: string
  /** The item as somebody else saved it meanwhile. */
  theirs?: Item | null
}): VNode {
  const { action, back, values, refusals, hidden, keep, button, leave, theirs } = props
  const levelled = LEVELS.some((level) => values[`anchor-${level}`])
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {theirs && <Beside theirs={theirs} values={values} />}
      <Form action={action} hidden={hidden} keep={keep} label="The item">
        <Select
          name="kind"
          label="What it is"
          value={values.kind ?? 'skill'}
          options={Object.entries(ITEM_KIND_WORDS).map(([value, text]) => ({ value, text }))}
          width="m"
          error={errorFor(refusals, 'kind')}
        />
        <TextField
          name="code"
          label="Code"
          hint="Short, and the same for as long as the item lives. It may stay empty."
          value={values.code}
          width="m"
          maxlength={100}
          error={errorFor(refusals, 'code')}
        />
        <TextField
          name="title"
          label="Short name"
          hint="What people choose from a list. It may stay empty where the statement is short."
          value={values.title}
          maxlength={300}
          error={errorFor(refusals, 'title')}
        />
        <TextArea
          name="statement"
          label="What it says"
          hint="One thing that somebody can be seen to do, or be asked about."
          rows={3}
          value={values.statement}
          error={errorFor(refusals, 'statement')}
        />
        <FieldSet legend="Marks" id="f-marks">
          <div class="choices">
            <Tick name="soft" text="A soft skill" checked={values.soft === 'yes'} />
            <Tick name="legal" text="Asked by law" checked={values.legal === 'yes'} />
          </div>
        </FieldSet>
        <More
          summary="What each level looks like"
          open={levelled || refusals.some(({ field }) => field?.startsWith('anchor'))}
        >
          <div class="stackv">
            {LEVELS.map((level) => (
              <TextArea
                key={level}
                name={`anchor-${level}`}
                label={`Level ${level}, ${LEVEL_LABELS[level]}`}
                hint={level === 1 ? 'What you see yourself do, beginning with “I”.' : undefined}
                rows={2}
                value={values[`anchor-${level}`]}
                error={errorFor(refusals, `anchor-${level}`)}
              />
            ))}
          </div>
        </More>
        <More summary="Words that suggest it" open={Boolean(values.words)}>
          <TextField
            name="words"
            label="Words, with commas between them"
            hint="Where a record holds a word that begins like one of these, the item is suggested."
            value={values.words}
            maxlength={1000}
            error={errorFor(refusals, 'words')}
          />
        </More>
        <Buttons>
          <Button>{button}</Button>
          <ButtonLink kind="quiet" href={back}>
            {leave}
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

/** Both wordings, so that nobody's is lost unseen. */
function Beside({ theirs, values }: { theirs: Item; values: Values }) {
  const saved = valuesOf(theirs)
  const differing = Object.keys(saved).filter(
    (name) => (saved[name] ?? '').trim() !== (values[name] ?? '').trim(),
  )
  const shown = (name: string, value = '') =>
    name === 'kind'
      ? (ITEM_KIND_WORDS[value as ItemKind] ?? value)
      : name === 'soft' || name === 'legal'
        ? value === 'yes'
          ? 'yes'
          : 'no'
        : value
  return (
    <Section id="beside" title="Theirs beside yours">
      <p class="prose">
        Struck out is what they saved, marked is what you typed. Take over from theirs what should stay.
      </p>
      <div class="mt3 mb5">
        {differing.length > 0 ? (
          <DiffTable
            caption="From what they saved to what you typed"
            rows={differing.map((name) => ({
              item: FIELD_WORDS[name] ?? name,
              parts: changedWords(shown(name, saved[name]), shown(name, values[name])),
            }))}
          />
        ) : (
          <p>What they saved and what you typed say the same.</p>
        )}
      </div>
    </Section>
  )
}
