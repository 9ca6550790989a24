import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { DiffTable } from '../../../ui/diff.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { type Naming, renamedParts } from '../rules/naming.ts'
import { changedWords } from '../rules/wording.ts'

const PART_WORDS: Record<keyof Naming, string> = {
  title: 'Title',
  publisher: 'Publisher',
  description: 'What it is for',
}

/** What a framework is called otherwise than before, a line each. */
export function nameLines(before: Naming, after: Naming): string[] {
  return renamedParts(before, after).map((part) =>
    part === 'description'
      ? 'What it is for is worded anew.'
      : `${PART_WORDS[part]}: “${after[part]}”, no longer “${before[part]}”.`,
  )
}

/** What a framework is called from one version to another. */
export function Renamed({ before, after }: { before: Naming; after: Naming }) {
  return (
    <DiffTable
      caption="What the framework is called, word by word"
      rows={renamedParts(before, after).map((part) => ({
        item: PART_WORDS[part],
        parts: changedWords(before[part], after[part]),
      }))}
    />
  )
}

/** The title, publisher and description of a draft. */
export function NamingPage(props: {
  frameworkId: string
  values: Naming
  seen: string
  refusals: readonly Refusal[]
  /** As somebody else named it meanwhile. */
  theirs: Naming | null
}): VNode {
  const { frameworkId, values, seen, refusals, theirs } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {theirs && (
        <Section id="beside" title="Theirs beside yours">
          <p class="prose">Struck out is what they saved, marked is what you typed.</p>
          <div class="mt3 mb5">
            <Renamed before={theirs} after={values} />
          </div>
        </Section>
      )}
      <Form
        action={paths.draftName(frameworkId)}
        hidden={{ seen }}
        keep={`framework-name-${frameworkId}`}
        label="Its name"
      >
        <TextField name="title" label="Title" value={values.title} error={errorFor(refusals, 'title')} />
        <TextField
          name="publisher"
          label="Publisher"
          hint="Who answers for its words. It may stay empty."
          value={values.publisher}
          error={errorFor(refusals, 'publisher')}
        />
        <TextArea
          name="description"
          label="What it is for"
          hint="A sentence or two. It may stay empty."
          rows={4}
          value={values.description}
          error={errorFor(refusals, 'description')}
        />
        <Buttons>
          <Button>Save the name</Button>
          <ButtonLink kind="quiet" href={paths.draft(frameworkId)}>
            Leave it as it is
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
