import type { ComponentChildren } from 'preact'
import type { Refusal } from '../../kernel/outcome.ts'
import type { Question } from '../../kernel/rows/decisions.ts'
import type { Sample } from '../../kernel/rows/sample.ts'
import { count } from '../../kernel/text.ts'
import { Button, Buttons } from '../button.tsx'
import type { Option } from '../field.tsx'
import { Form } from '../form.tsx'
import { Columns, Section } from '../section.tsx'
import { ColumnTable } from './column-table.tsx'
import { HowItIsRead, type Way } from './reading-fields.tsx'

export type ReadingFormProps = {
  action: string
  hidden?: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
  rows: number
  headings: readonly string[]
  columns: Readonly<Record<string, { value: string }>>
  sample: Sample
  questions: readonly Question<string>[]
  /** Why the whole file would be refused as it is read now. */
  refusal: string | null
  ways: readonly Way[]
  /** What is said where no column shall name the person; null where one must. */
  nobody: string | null
  /** What a column can become. */
  roles: readonly Option[]
  /** Beside how it is read: what the whole is called. */
  beside: ComponentChildren
  /** What else is to be chosen about such a file. */
  more?: ComponentChildren
  /** What can be checked at a glance. */
  children: ComponentChildren
}

/** How a file of rows is read, with why, before anything is loaded, whatever it holds: each decision can be changed. */
export function ReadingForm(props: ReadingFormProps) {
  const { action, hidden, rows, questions, refusal } = props
  const ready = questions.length === 0 && refusal === null
  const all = count(rows, 'row')
  return (
    <Form action={action} hidden={hidden} wide>
      <Columns split="8-4">
        <HowItIsRead {...props} />
        {props.beside}
      </Columns>
      <ColumnTable {...props} options={props.roles} />
      {props.more}
      <Section id="right" title="Does it look right?" fact={`All ${all} were read once`}>
        {props.children}
        <Buttons>
          {ready && (
            <Button name="do" value="load">
              {`Load ${all}`}
            </Button>
          )}
          <Button name="do" value="read" kind={ready ? 'secondary' : 'primary'}>
            Read again with these settings
          </Button>
          <Button name="do" value="aside" kind="quiet">
            Put the file aside
          </Button>
        </Buttons>
      </Section>
    </Form>
  )
}
