import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { KeptLetters } from '../store/letters.ts'

/** What each letter looks for under a set, and for an administrator the choice of another. */
export function LettersPage(props: { set: KeptLetters; mayChange: boolean; refusals: readonly Refusal[] }) {
  const { set, mayChange, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section
        id="letters"
        title={set.smarter ? 'SMARTER' : 'SMART'}
        fact={set.version === 0 ? 'As it comes' : 'Chosen here'}
      >
        <Table
          caption="What each letter looks for"
          hideCaption
          rows={lettersOf(set)}
          columns={[
            { head: 'Letter', nowrap: true, cell: ({ name }) => name },
            { head: 'Read from', nowrap: true, cell: ({ from }) => from },
            { head: 'It is found where', cell: ({ found }) => found },
          ]}
        />
      </Section>
      <div class="mt4 mb5">
        <Note>
          Hints never stop anybody saving. Where a letter is not found, whoever agrees the objective says why
          they agree it all the same. Nobody is marked down for a word: people who read such goals side by
          side often disagree on single letters.
        </Note>
      </div>
      {mayChange && (
        <Section id="choose" title="Choose the letters">
          <Form action={paths.letters} hidden={{ version: set.version }} label="The letters">
            <Choices
              name="set"
              label="Which letters?"
              value={set.smarter ? 'smarter' : 'smart'}
              error={errorFor(refusals, 'set')}
              choices={[
                { value: 'smart', text: 'SMART', hint: 'Five letters.' },
                {
                  value: 'smarter',
                  text: 'SMARTER',
                  hint: 'Two more: Evaluated, how progress shows along the way, and Reviewed, a review before the date.',
                },
              ]}
            />
            <Choices
              name="a"
              label="What does A stand for?"
              value={set.a}
              error={errorFor(refusals, 'a')}
              choices={[
                {
                  value: 'achievable',
                  text: 'Achievable',
                  hint: 'The target is read against the person’s past, the team’s and the time left.',
                },
                {
                  value: 'agreed',
                  text: 'Agreed',
                  hint: 'Both agree it. The target’s past is shown beside it and does not count.',
                },
              ]}
            />
            <Buttons>
              <Button>Read objectives by these letters</Button>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  )
}

function lettersOf({ smarter, a }: KeptLetters): { name: string; from: string; found: string }[] {
  return [
    { name: 'Specific', from: 'The words', found: 'They say what is done, to or with what.' },
    {
      name: 'Measurable',
      from: 'The words, or the target',
      found: 'There is a figure, a count, a standard, or something that can be seen to be done.',
    },
    a === 'agreed'
      ? { name: 'Agreed', from: 'The record', found: 'The person and their leader have agreed it.' }
      : {
          name: 'Achievable',
          from: 'The record',
          found: 'The target is within reach, or a stretch that somebody has held.',
        },
    {
      name: 'Relevant',
      from: 'The record',
      found: 'It is linked to a need, a priority, or where the person wants to go.',
    },
    { name: 'Time-bound', from: 'The words, or the date', found: 'There is a date, a period or a deadline.' },
    ...(smarter
      ? [
          {
            name: 'Evaluated',
            from: 'The record',
            found: 'A measure, or the person’s words, say how progress shows along the way.',
          },
          { name: 'Reviewed', from: 'The record', found: 'A review falls before the date.' },
        ]
      : []),
  ]
}
