import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { type Option, Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { More } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { DraftItem } from '../rules/draft.ts'
import type { Item } from '../rules/item.ts'
import { itemName } from '../rules/package.ts'

/** As many parts as the form offers; those that stay empty are none. */
export const PARTS = [1, 2, 3, 4] as const

type Values = Readonly<Record<string, string>>

/** Splits an item that says several things: it is retired, and the parts are used instead. */
export function SplitPage(props: {
  frameworkId: string
  item: DraftItem
  values: Values
  refusals: readonly Refusal[]
}): VNode {
  const { frameworkId, item, values, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <blockquote class="prose mb4">{item.statement || item.title}</blockquote>
      <Note title="It is kept, retired.">
        Ratings and evidence that name it keep their words, and it names the parts that are used instead.
      </Note>
      <div class="mt5">
        <Form
          action={paths.draftSplit(frameworkId, item.itemId)}
          hidden={{ revision: item.revision }}
          keep={`split-${item.itemId}`}
          label="The parts"
        >
          {PARTS.slice(0, 2).map((part) => (
            <Part key={part} part={part} values={values} refusals={refusals} />
          ))}
          <More
            summary="More than two parts"
            open={PARTS.slice(2).some((part) => values[`title-${part}`] || values[`statement-${part}`])}
          >
            <div class="stackv">
              {PARTS.slice(2).map((part) => (
                <Part key={part} part={part} values={values} refusals={refusals} />
              ))}
            </div>
          </More>
          <Buttons>
            <Button>Split the item</Button>
            <ButtonLink kind="quiet" href={`${paths.draft(frameworkId)}?item=${item.itemId}`}>
              Leave it whole
            </ButtonLink>
          </Buttons>
        </Form>
      </div>
    </>
  )
}

function Part(props: { part: number; values: Values; refusals: readonly Refusal[] }) {
  const { part, values, refusals } = props
  return (
    <fieldset>
      <legend class="vh">Part {part}</legend>
      <div class="stackv">
        <TextArea
          name={`statement-${part}`}
          label={`What part ${part} says`}
          rows={2}
          value={values[`statement-${part}`]}
          error={errorFor(refusals, `statement-${part}`)}
        />
        <TextField
          name={`title-${part}`}
          label={`Short name of part ${part}`}
          value={values[`title-${part}`]}
          maxlength={300}
          error={errorFor(refusals, `title-${part}`)}
        />
        <TextField
          name={`code-${part}`}
          label={`Code of part ${part}`}
          value={values[`code-${part}`]}
          width="m"
          maxlength={100}
          error={errorFor(refusals, `code-${part}`)}
        />
      </div>
    </fieldset>
  )
}

/** Retires an item: it is kept and no longer used, and may name what is used instead. */
export function RetirementPage(props: {
  frameworkId: string
  items: readonly Item[]
  item: DraftItem
  values: Values
  refusals: readonly Refusal[]
}): VNode {
  const { frameworkId, items, item, values, refusals } = props
  const others: Option[] = items
    .filter(({ itemId, retired }) => itemId !== item.itemId && !retired)
    .map((each) => ({ value: each.itemId, text: itemName(each) }))
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <blockquote class="prose mb4">{item.statement || item.title}</blockquote>
      <Note title="Nothing that was recorded on it is lost.">
        It is no longer offered for ratings, needs and roles. Roles that ask for it ask for what replaces it,
        once people are moved to the new version.
      </Note>
      <div class="mt5">
        <Form
          action={paths.draftRetirement(frameworkId, item.itemId)}
          hidden={{ revision: item.revision }}
          label="What replaces it"
        >
          <Select
            name="replacedBy"
            label="What is used instead"
            value={values.replacedBy ?? ''}
            options={[{ value: '', text: 'Nothing replaces it' }, ...others]}
            error={errorFor(refusals, 'replacedBy')}
          />
          <Buttons>
            <Button>Retire the item</Button>
            <ButtonLink kind="quiet" href={`${paths.draft(frameworkId)}?item=${item.itemId}`}>
              Keep using it
            </ButtonLink>
          </Buttons>
        </Form>
      </div>
    </>
  )
}
