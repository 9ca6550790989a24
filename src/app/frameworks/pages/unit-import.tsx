import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices, Tick } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { FileField, Select, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { LibraryEntry } from '../rules/item.ts'
import type { Unit } from '../rules/unit.ts'
import type { UnitRead } from '../rules/unit-package.ts'
import type { Beside, UnitFacts } from '../rules/unit-text.ts'

type Refused = { refusals: readonly Refusal[] }

const nameOf = ({ code, title }: Pick<Unit, 'code' | 'title'>) => (code ? `${code}, ${title}` : title)

/** Where a unit's text is chosen. */
export function UnitImportPage(
  props: Refused & {
    units: readonly Unit[]
    /** The unit that it goes over; '' for a new one. */
    over: string
    /** Qualifications that lie in the library. */
    library: readonly LibraryEntry[]
    megabytes: number
  },
): VNode {
  const { units, over, library, megabytes, refusals } = props
  const [first] = units
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="8-4">
        <Section id="choose" title="Choose the text" fact="Nothing is kept until you say so">
          <Form action={paths.unitImport()} files>
            <Select
              name="over"
              label="What is it?"
              value={over}
              options={[
                { value: '', text: 'A unit that is not here yet' },
                ...units.map((unit) => ({ value: unit.unitId, text: `The text of ${nameOf(unit)}` })),
              ]}
              error={errorFor(refusals, 'over')}
            />
            <FileField
              name="file"
              label="File of the unit"
              hint={`CASE (JSON), Moodle’s CSV, or a CSV with columns named Code and Statement: 1 for an outcome, 1.1 for a criterion. At most ${megabytes} MB.`}
              accept=".json,.csv,.tsv,.txt,application/json,text/csv"
              limitMegabytes={megabytes}
              error={errorFor(refusals, 'file')}
            />
            <Buttons flush>
              <Button>Read the file</Button>
            </Buttons>
          </Form>
        </Section>
        <Section id="library" title="From the library">
          {library.length > 0 ? (
            <Rows
              items={library.map(({ frameworkId, title, version, items }) => ({
                title,
                href: paths.unitImportText(
                  over ? { framework: frameworkId, over } : { framework: frameworkId },
                ),
                meta: `Version ${version}, ${count(items, 'item')}`,
              }))}
            />
          ) : (
            <p class="s ink2">
              No qualification lies there. Where a CSV has other columns,{' '}
              <a href={paths.frameworkImport}>import it to the library first</a>: there you say what each
              column is.
            </p>
          )}
        </Section>
      </Columns>
      <div class="mt5">
        <Guide
          good="The text comes from the awarding body itself, whole, with its own numbers: 1, 1.1, 1.2. You see it beside what is here before it counts."
          mistake="Typing a unit from a revision site. Its commentary is not the text that is assessed, and sites leave criteria out."
          example={`Dana exports ${first ? nameOf(first) : 'a unit'} as CSV, puts the centre’s words into the Statement column, and imports it over the same unit.`}
        />
      </div>
    </>
  )
}

/** Which of several units in a text is meant. */
export function WhichUnit({
  units,
  from,
}: {
  units: readonly UnitRead[]
  from: Record<string, string>
}): VNode {
  return (
    <Section id="units" title="Which unit?" fact={count(units.length, 'unit')}>
      <Rows
        items={units.map((unit) => ({
          title: nameOf(unit),
          href: paths.unitImportText({ ...from, unit: unit.unitId }),
          meta: `${count(unit.outcomes.length, 'learning outcome')}, ${count(
            unit.outcomes.flatMap(({ criteria }) => criteria).length,
            'criterion',
            'criteria',
          )}`,
        }))}
      />
    </Section>
  )
}

/** Which of the two is asked, since nothing in a file says it. */
function Whose({ whose, refusals }: Refused & { whose: string }) {
  return (
    <Choices
      name="whose"
      label="Whose words are they?"
      value={whose}
      error={errorFor(refusals, 'whose')}
      choices={[
        {
          value: 'theirs',
          text: 'The awarding body’s own text',
          hint: 'What is new in it counts as checked.',
        },
        {
          value: 'ours',
          text: 'Ours, or a summary',
          hint: 'What is new in it is marked, to be checked against the awarding body’s text.',
        },
      ]}
    />
  )
}

/** Another text beside what is here, before it takes its place. */
export function UnitOverPage(
  props: Refused & { unit: Unit; read: UnitRead; rows: readonly Beside[]; action: string; whose: string },
): VNode {
  const { unit, read, rows, action, whose, refusals } = props
  const missing = rows.filter(({ theirs, criterion }) => theirs === null && criterion).length
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {read.code && unit.code && read.code !== unit.code && (
        <Note kind="warn" title={`The text says that it is of ${read.code}.`}>
          You put it over {unit.code}. Look whether it is the same unit.
        </Note>
      )}
      {read.named && read.title && read.title !== unit.title && (
        <Note title={`Its title becomes “${read.title}”.`}>That is what the text calls it.</Note>
      )}
      <Section
        id="beside"
        title="What is here, and the text"
        fact={`Version ${unit.version} beside what becomes version ${unit.version + 1}`}
      >
        <Table
          caption="Outcomes and criteria, by their codes"
          hideCaption
          rows={rows}
          columns={[
            {
              head: 'Code',
              width: 10,
              nowrap: true,
              cell: ({ code, criterion }) => (criterion ? code : <b class="b">{code}</b>),
            },
            { head: 'Here now', width: 45, cell: ({ ours }) => ours ?? <Tag>new</Tag> },
            {
              head: 'The text',
              width: 45,
              cell: ({ ours, theirs }) =>
                theirs === null ? (
                  <Tag>not in the text</Tag>
                ) : theirs === ours ? (
                  <span class="mut">the same</span>
                ) : (
                  <span class="any">{theirs}</span>
                ),
            },
          ]}
        />
        <div class="mt5">
          <Form action={action} hidden={{ version: unit.version }} label="The text">
            <Whose whose={whose} refusals={refusals} />
            {missing > 0 && (
              <Tick
                name="keepMissing"
                text={`Keep ${count(missing, 'criterion', 'criteria')} that the text does not have`}
                hint="Left out, nobody decides on them any more. What was decided stays in each person’s history."
              />
            )}
            <Buttons flush>
              <Button>{`Put it in, as version ${unit.version + 1}`}</Button>
              <ButtonLink kind="secondary" href={paths.unitImport(unit.unitId)}>
                Choose another
              </ButtonLink>
            </Buttons>
          </Form>
        </div>
      </Section>
    </>
  )
}

/** A unit that is not here yet, before it is added: its facts to be checked, its text to be read. */
export function UnitNewPage(
  props: Refused & {
    facts: Record<keyof UnitFacts, string>
    read: UnitRead
    action: string
    whose: string
  },
): VNode {
  const { facts, read, action, whose, refusals } = props
  const field = (name: keyof UnitFacts, label: string, hint?: string) => (
    <TextField name={name} label={label} hint={hint} value={facts[name]} error={errorFor(refusals, name)} />
  )
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="6-6">
        <Section id="facts" title="What it is">
          <Form action={action} label="The unit">
            {field(
              'code',
              'The regulator’s reference',
              'Such as T/506/2952. Leave it empty where it has none.',
            )}
            {field('title', 'Title')}
            {field('level', 'Level', 'From 1 to 8.')}
            {field('credits', 'Credits')}
            {field('hours', 'Guided learning hours')}
            {field(
              'source',
              'Where it was read',
              'The awarding body and its document, so that others can check it.',
            )}
            <Whose whose={whose} refusals={refusals} />
            <Buttons flush>
              <Button>Add the unit</Button>
              <ButtonLink kind="secondary" href={paths.unitImport()}>
                Choose another
              </ButtonLink>
            </Buttons>
          </Form>
        </Section>
        <Section
          id="text"
          title="What it asks"
          fact={count(read.outcomes.flatMap(({ criteria }) => criteria).length, 'criterion', 'criteria')}
        >
          {read.outcomes.map(({ code, words, criteria }) => (
            <div key={code} class="mb5">
              <p class="any">
                <b class="b">
                  {code}. {words}
                </b>
              </p>
              <ul class="prose s">
                {criteria.map((one) => (
                  <li key={one.code} class="any">
                    {one.code} {one.words}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </Section>
      </Columns>
    </>
  )
}
