import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { QUARTERS, type Quarter } from '../rules/swot.ts'
import { EvidenceName, gistOf } from './evidence-words.tsx'
import type { SwotPageProps } from './swot-page.tsx'
import { QUARTER_WORDS } from './swot-words.ts'

/** What is typed of an entry, or kept of the one that is changed. */
export type TypedEntry = {
  quarter: Quarter | null
  words: string
  competencyIds: readonly string[]
  evidenceIds: readonly string[]
  needIds: readonly string[]
  revision: number | null
}

/** Writes an entry, or changes one. */
export function EntryForm({
  person,
  board,
  competencies,
  evidence,
  needs,
  changing,
  typed,
  refusals,
}: SwotPageProps) {
  const hidden = changing ? { entry: changing.entryId, revision: typed.revision ?? 0 } : undefined
  const offered = evidence.filter(({ evidenceId }, at) => at < 12 || typed.evidenceIds.includes(evidenceId))
  return (
    <Section id="write" title={changing ? 'Change this entry' : 'Write an entry'}>
      <Form
        action={paths.swotEntries(person.personId, board.boardId)}
        keep={`swot-${board.boardId}-${changing?.entryId ?? 'new'}`}
        hidden={hidden}
      >
        <Choices
          name="quarter"
          label="Where does it belong?"
          value={typed.quarter}
          error={errorFor(refusals, 'quarter')}
          choices={QUARTERS.map((quarter) => ({
            value: quarter,
            text: QUARTER_WORDS[quarter].one,
            hint: QUARTER_WORDS[quarter].belongs,
          }))}
        />
        <TextArea
          name="words"
          label="What is it?"
          hint="One thing, in a line."
          rows={2}
          value={typed.words}
          error={errorFor(refusals, 'words')}
        />
        <More
          summary="What does it lean on? Evidence, competencies, needs"
          open={typed.competencyIds.length + typed.evidenceIds.length + typed.needIds.length > 0}
        >
          <div class="mt3">
            {offered.length > 0 && (
              <Choices
                name="evidence"
                many
                label="Evidence that shows it"
                value={typed.evidenceIds}
                choices={offered.map((item) => ({
                  value: item.evidenceId,
                  text: <EvidenceName item={item} />,
                  hint: gistOf(item),
                }))}
              />
            )}
            <Choices
              name="competency"
              many
              columns
              label="Competencies it is about"
              value={typed.competencyIds}
              choices={competencies.map(({ competencyId, title, soft }) => ({
                value: competencyId,
                text: soft ? `${title} (soft skill)` : title,
              }))}
            />
            {needs.length > 0 && (
              <Choices
                name="need"
                many
                label="Needs it speaks of"
                value={typed.needIds}
                choices={needs.map(({ needId, ref, title }) => ({ value: needId, text: `${ref} ${title}` }))}
              />
            )}
          </div>
        </More>
        <Buttons>
          <Button>{changing ? 'Save the change' : 'Add it'}</Button>
          {changing && (
            <ButtonLink kind="secondary" href={paths.swot(person.personId, board.boardId)}>
              Leave it as it is
            </ButtonLink>
          )}
        </Buttons>
      </Form>
    </Section>
  )
}
