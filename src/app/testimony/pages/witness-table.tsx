import { type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { Ref } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Witness } from '../testimony.ts'
import { AS_WORDS, EXPERT_BASIS, sentWords } from './words.ts'

/** The witness signatory list: who answered, what they are to the person, and which item holds their words. */
export function WitnessTable(props: {
  personId: Id
  witnesses: readonly Witness[]
  /** Whether the reader may know how they are reached. */
  contacts: boolean
  today: Day
}) {
  const { personId, witnesses, contacts, today } = props
  return (
    <Table
      caption="Everybody who answered by a link"
      hideCaption
      rows={witnesses}
      columns={[
        {
          head: 'Name',
          cell: (one) => (
            <>
              {one.name}
              {one.work && <Sub>{one.work}</Sub>}
            </>
          ),
        },
        {
          head: 'As',
          cell: (one) => (
            <>
              {AS_WORDS[one.as]}
              {one.whyNot && <Sub>Asked as an expert witness, but {one.whyNot}</Sub>}
              {one.competence && <Sub>{one.competence}</Sub>}
              {one.assessing && one.as === 'expert witness' && <Sub>{EXPERT_BASIS[one.assessing]}</Sub>}
              {one.assessingWords && <Sub>{one.assessingWords}</Sub>}
              {one.conflict && <Sub>Interest declared: {one.conflict}</Sub>}
            </>
          ),
        },
        { head: 'Relationship', cell: (one) => one.relationship },
        ...(contacts
          ? [
              {
                head: 'To be reached at',
                cell: (one: Witness) => (
                  <span class="any">{one.contact ?? 'gave nothing, as a customer'}</span>
                ),
              },
            ]
          : []),
        {
          head: 'Saw it, signed it',
          cell: (one) => (
            <>
              {one.sawOn ? shortDay(one.sawOn, today) : 'Day not said'}
              <Sub>
                {one.signedAs
                  ? `Signed “${one.signedAs}” on ${plainDay(one.answeredOn)}`
                  : `Answered on ${plainDay(one.answeredOn)}, not signed`}
              </Sub>
              <Sub>{sentWords(one)}</Sub>
            </>
          ),
        },
        {
          head: 'Evidence',
          cell: (one) => (
            <Ref>
              <a href={paths.evidenceItem(personId, one.evidenceId)}>{one.ref}</a>
            </Ref>
          ),
        },
      ]}
    />
  )
}
