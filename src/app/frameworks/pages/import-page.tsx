import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { FileField, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { FrameworkSource } from '../rules/item.ts'
import { FORMAT_WORDS } from '../rules/words.ts'

const HINTS: Record<FrameworkSource['format'], string> = {
  case: 'JSON, version 1.0 or 1.1, from a CASE server or a framework editor',
  'moodle-csv': 'What Moodle exports under “Export competency framework”',
  csv: 'One row an item, with its code, what it says and where it stands. You check the columns next',
}

/** Where a framework's file or address is chosen. */
export function ImportPage(props: {
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
  megabytes: number
}): VNode {
  const { values, refusals, megabytes } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="8-4">
        <Section id="choose" title="Choose a file or an address" fact="Nothing is kept until you say so">
          <Form action={paths.frameworkImport} files>
            <FileField
              name="file"
              label="File of a framework"
              hint={`JSON or CSV, at most ${megabytes} MB.`}
              accept=".json,.csv,.tsv,.txt,application/json,text/csv"
              limitMegabytes={megabytes}
              error={errorFor(refusals, 'file')}
            />
            <TextField
              name="address"
              label="Or its address"
              hint="Begins with https://, such as …/ims/case/v1p1/CFPackages/ and an identifier."
              type="url"
              value={values.address}
              error={errorFor(refusals, 'address')}
            />
            <Choices
              name="format"
              label="What is it?"
              value={values.format ?? ''}
              error={errorFor(refusals, 'format')}
              choices={[
                { value: '', text: 'Let Goldthread find out', hint: 'By how the file begins' },
                ...(Object.keys(HINTS) as FrameworkSource['format'][]).map((format) => ({
                  value: format,
                  text: FORMAT_WORDS[format],
                  hint: HINTS[format],
                })),
              ]}
            />
            <Buttons flush>
              <Button>Read it</Button>
            </Buttons>
          </Form>
          <div class="mt5">
            <Guide
              good="What you import lies in the library. Nobody is assessed on it until an administrator moves everybody to it, after seeing what that changes."
              mistake="Typing a national standard in by hand. A word goes missing, and the address that proves where it comes from is lost."
              example="Dana imports a framework from the address its publisher gives. Each item keeps its identifier, so the same framework imported next year becomes its next version."
            />
          </div>
        </Section>
        <Section id="kept" title="What is kept of it">
          <ul class="prose s">
            <li>Every word as its publisher wrote it, with identifiers, addresses and order.</li>
            <li>The file’s name or address, its day and its checksum.</li>
            <li>Check its licence first: importing does not give you the right to publish it.</li>
          </ul>
        </Section>
      </Columns>
    </>
  )
}
