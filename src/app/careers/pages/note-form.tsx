import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices, DateFields, type TypedDate } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { RELIANCES, SOURCE_KINDS, type SourceKind } from '../rules/research.ts'
import type { ResearchPageProps } from './research-page.tsx'
import { SharingField } from './sharing.tsx'

/** What is typed of a note, or kept of the one that is changed. */
export type NoteTyped = {
  kind: string
  title: string
  address: string
  seen: TypedDate | string | null
  learnt: string
  reliance: string
  relianceWhy: string
  sharing: string
  revision: number | null
}

/** Writes down a source, or changes one. */
export function NoteForm({ person, changing, compared, typed, refusals }: ResearchPageProps) {
  const { personId } = person
  const isMade = compared.some(
    ({ one, other, evidenceId }) =>
      evidenceId && (one.noteId === changing?.noteId || other.noteId === changing?.noteId),
  )
  const hidden = changing ? { note: changing.noteId, revision: typed.revision ?? 0 } : undefined
  return (
    <Section id="write" title={changing ? `Change source ${changing.number}` : 'Write down a source'}>
      <Form
        action={paths.careerResearch(personId)}
        keep={`career-note-${changing?.noteId ?? 'new'}`}
        hidden={hidden}
      >
        <Choices
          name="kind"
          label="What kind of source is it?"
          value={typed.kind}
          error={errorFor(refusals, 'kind')}
          choices={(Object.keys(SOURCE_KINDS) as SourceKind[]).map((kind) => ({
            value: kind,
            text: SOURCE_KINDS[kind].name,
            hint: SOURCE_KINDS[kind].trust,
          }))}
        />
        <TextField
          name="title"
          label="What is it called, or who was it?"
          hint="Leave a private person’s full name out: “Lucy, team leader at Quayside” is enough."
          value={typed.title}
          error={errorFor(refusals, 'title')}
        />
        <TextField
          name="address"
          label="Where can it be found again?"
          hint="A web address, or a place. It can stay empty."
          value={typed.address}
          error={errorFor(refusals, 'address')}
        />
        <DateFields
          name="seen"
          label="When did you look at it?"
          value={typed.seen}
          error={errorFor(refusals, 'seen')}
        />
        <TextArea
          name="learnt"
          label="What did you learn for your own way?"
          value={typed.learnt}
          error={errorFor(refusals, 'learnt')}
        />
        <Choices
          name="reliance"
          label="How far do you rely on it?"
          value={typed.reliance}
          error={errorFor(refusals, 'reliance')}
          choices={Object.entries(RELIANCES).map(([value, text]) => ({ value, text }))}
        />
        <TextArea
          name="reliance-why"
          label="Why?"
          hint="Who made it, when, from what, and what they gain by it."
          rows={2}
          value={typed.relianceWhy}
          error={errorFor(refusals, 'reliance-why')}
        />
        <SharingField value={typed.sharing} refusals={refusals} />
        {isMade && (
          <p class="hint">
            The evidence made of it follows: only you read it while assessors may not read both its sources.
          </p>
        )}
        <Buttons>
          <Button>{changing ? 'Save the change' : 'Save the source'}</Button>
          {changing && (
            <ButtonLink kind="secondary" href={paths.careerResearch(personId)}>
              Leave it as it is
            </ButtonLink>
          )}
        </Buttons>
      </Form>
    </Section>
  )
}
