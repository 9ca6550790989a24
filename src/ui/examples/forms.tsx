import { Button, Buttons } from '../button.tsx'
import { Choices, DateFields, FieldSet, Tick } from '../choices.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { FileField, Select, TextArea, TextField, UnitField } from '../field.tsx'
import { Form, PostButton } from '../form.tsx'
import type { ExampleGroup } from './example.ts'

const late = 'Enter a target date after today'
const undecided = 'Choose personal or professional'

export const formExamples: ExampleGroup = {
  id: 'forms',
  title: 'Form fields',
  fact: 'One column, label above, hint under the label, error under the hint',
  roomy: true,
  examples: [
    {
      name: 'Fields',
      show: (
        <Form action="/components" label="Fields, example">
          <TextField
            name="x-objective"
            label="Objective"
            hint="Say what you will do, how you will know, and by when."
            value="Ring back on the day promised"
          />
          <TextField name="x-fixed" label="Read only for you" value="Set by the role profile" disabled />
          <Select
            name="x-source"
            label="Source"
            width="m"
            value="observation"
            options={[
              { value: 'observation', text: 'Observation' },
              { value: 'audit', text: 'Audit' },
            ]}
          />
          <TextArea name="x-what" label="What happened?" value="She rang on Monday, and complained." />
          <FieldSet legend="Measure" row>
            <UnitField name="x-from" label="From" value={26} unit="%" />
            <UnitField name="x-to" label="To" value={18} unit="%" />
          </FieldSet>
          <FileField
            name="x-file"
            label="File"
            hint="Optional. Photo, PDF or letter, up to 20 MB."
            limitMegabytes={20}
          />
          <Buttons flush>
            <Button type="button" kind="secondary">
              Save draft
            </Button>
          </Buttons>
        </Form>
      ),
    },
    {
      name: 'A form that was not taken',
      show: (
        <>
          <ErrorSummary
            id="x-problem"
            level={4}
            focus={false}
            refusals={[
              { field: 'x-due', message: late },
              { field: 'x-kind', message: undecided },
            ]}
          />
          <Form action="/components" label="Errors, example">
            <DateFields
              name="x-due"
              label="Target date"
              hint="For example, 29 1 2027"
              error={late}
              value={{ day: '29', month: '1', year: '2026' }}
            />
            <Choices
              name="x-kind"
              label="Is this professional or personal?"
              error={undecided}
              choices={[
                {
                  value: 'professional',
                  text: 'Professional',
                  hint: 'Needed by your role or your next role.',
                },
                {
                  value: 'personal',
                  text: 'Personal',
                  hint: 'For you. Nobody else sees it unless you share it.',
                },
              ]}
            />
            <TextField name="x-name" label="Name" error="Enter your name" />
          </Form>
        </>
      ),
    },
    {
      name: 'Choices',
      show: (
        <Form action="/components" label="Choices, example">
          <Choices
            name="x-checks"
            label="Checked"
            many
            row
            value={['valid']}
            choices={[
              { value: 'valid', text: 'Valid' },
              { value: 'authentic', text: 'Authentic' },
              { value: 'other', text: 'Not for you', disabled: true },
            ]}
          />
          <Choices
            name="x-decision"
            label="Choice, selected"
            row
            value="award"
            choices={[
              { value: 'award', text: 'Award' },
              { value: 'refer', text: 'Refer, with an action' },
            ]}
          />
          <Tick
            name="x-none"
            text="No example yet"
            hint="An honest answer. The rating then counts as “self only”"
          />
        </Form>
      ),
    },
    {
      name: 'One act on one record',
      show: (
        <Buttons flush>
          <PostButton action="/components" kind="secondary" small about="for Sofia Rossi">
            New link
          </PostButton>
          <PostButton action="/components" link about="Sofia Rossi">
            Withdraw
          </PostButton>
        </Buttons>
      ),
    },
  ],
}
