import { plainDay } from '../../../kernel/day.ts'
import { capital } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Ref, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { type CarryItem, type Fate, isReworded } from '../rules/carry.ts'
import type { Objective } from '../rules/objective.ts'
import type { YearProps } from './carry.tsx'

export const FATE_WORDS: Record<Fate, string> = {
  carry: 'Carry it over',
  met: 'Met',
  'not met': 'Not met',
  'no longer needed': 'No longer needed',
}

/** What somebody proposes for the end of their plan year, to be agreed as one or sent back. */
export function Decide(props: YearProps) {
  const { shown, person, open, values, refusals, nextVersion } = props
  const { end, year } = shown
  if (end?.state !== 'proposed')
    return (
      <Section id="ends" title="Nothing is proposed yet">
        <p>{person.name} can propose what becomes of each objective from now on.</p>
      </Section>
    )
  const at = paths.year(person.personId)
  return (
    <>
      <Section id="ends" title={`What ${person.name} proposes`} fact={`Proposed ${plainDay(end.proposedOn)}`}>
        {end.items.length === 0 ? (
          <p>Nothing agreed is open, so the year ends with the version that is in force.</p>
        ) : (
          <Table
            caption="What becomes of each objective"
            hideCaption
            rows={end.items}
            columns={[
              { head: 'Objective', width: 40, cell: (item) => <Named item={item} {...props} /> },
              { head: 'What becomes of it', cell: (item) => fateWords(item, open) },
              {
                head: 'Cause',
                cell: (item) => [item.cause && capital(item.cause), item.reason].filter(Boolean).join(': '),
              },
            ]}
          />
        )}
        <div class="mt5">
          <Form action={`${at}/agreement`} hidden={{ version: end.version }}>
            <Buttons flush>
              <Button>Agree the close of {year?.name}</Button>
            </Buttons>
            {end.items.length > 0 && (
              <p class="s ink2">It becomes version {nextVersion} where anything changes.</p>
            )}
          </Form>
        </div>
      </Section>
      <Section id="back" title="Or send it back">
        <Form action={`${at}/question`} hidden={{ version: end.version }} keep="year-question">
          <TextArea
            name="question"
            label="What should change?"
            value={values.question}
            error={errorFor(refusals, 'question')}
          />
          <Buttons flush>
            <Button kind="secondary">Send it back</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  )
}

function Named({ item, objectives, person }: YearProps & { item: CarryItem }) {
  const one = objectives.find(({ objectiveId }) => objectiveId === item.objectiveId)
  return (
    <>
      <Ref>{one?.ref}</Ref> <a href={paths.objective(person.personId, item.objectiveId)}>{one?.title}</a>
    </>
  )
}

function fateWords(item: CarryItem, open: readonly Objective[]): string {
  if (item.fate !== 'carry') return item.fate ? `Closed: ${FATE_WORDS[item.fate].toLowerCase()}` : ''
  const one = open.find(({ objectiveId }) => objectiveId === item.objectiveId)
  const anew = one && isReworded(item.text, one) ? `. New words: “${item.text}”` : ''
  return `Carried over to ${item.due ? plainDay(item.due) : 'no date'}${anew}`
}
