import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { clip, count, listing } from '../../../kernel/text.ts'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { type Looked, LookedList } from '../../../ui/reading/looked-list.tsx'
import { textWays } from '../../../ui/reading/reading-fields.tsx'
import { ReadingForm } from '../../../ui/reading/reading-form.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { RowFault } from '../rules/csv-tree.ts'
import type { Item, LibraryEntry } from '../rules/item.ts'
import { itemName } from '../rules/package.ts'
import { PLAIN_ROLE_WORDS, PLAIN_ROLES } from '../rules/plain-columns.ts'
import type { PlainProposal } from '../rules/plain-csv.ts'
import { ITEM_KIND_WORDS } from '../rules/words.ts'

/** What a plain list is called, and of which framework it is the next version ('' for a new one). */
export type ListNamed = { title: string; publisher: string; onto: string }

type MappingProps = {
  action: string
  proposal: PlainProposal
  /** As they would be kept; none while a row cannot be read. */
  items: readonly Item[]
  /** Items of the version before that the list does not have. */
  gone: readonly Item[]
  named: ListNamed
  /** What the list may be the next version of. */
  library: readonly LibraryEntry[]
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}

const SHOWN = 10
const FAULTS = 50
const GONE = 3

/** How a plain list of competencies is read, with why, before anything is kept: each decision can be changed. */
export function ImportMapping(props: MappingProps): VNode {
  const { action, proposal, items, refusals } = props
  const { decisions, faults, questions, rows } = proposal
  const { encoding, delimiter, headerLine } = textWays(decisions)
  const bad = new Set(faults.map(({ line }) => line)).size
  const refusal =
    bad === 0
      ? null
      : `${count(bad, 'row')} cannot be read: see below. Change what a column becomes, or mend the file and choose it again.`
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <div class="mb5">
        {refusal && questions.length === 0 && (
          <Note kind="error" title="Nothing can be kept as it is read now.">
            {refusal}
          </Note>
        )}
        {questions.length > 0 && (
          <Note kind="warn" title={`${count(questions.length, 'question')} only you can answer.`}>
            The file does not say. Nothing is kept before.
          </Note>
        )}
      </div>
      <ReadingForm
        {...proposal}
        action={action}
        values={props.values}
        refusals={refusals}
        rows={rows.length}
        refusal={refusal}
        ways={[encoding, delimiter, headerLine]}
        nobody={null}
        roles={PLAIN_ROLES.map((role) => ({ value: role, text: PLAIN_ROLE_WORDS[role] }))}
        beside={<Named {...props} />}
      >
        {questions.length > 0 ? (
          <p class="ink2 mb5">Answer the question above, and the file is read once more.</p>
        ) : (
          <>
            <Columns split="6-6">
              <LookedList notes={looksOf(props).filter(({ tone }) => tone === 'good')} />
              <LookedList notes={looksOf(props).filter(({ tone }) => tone === 'warn')} />
            </Columns>
            <div class="mt5 mb5">
              {faults.length > 0 ? <Faults faults={faults} /> : <AsRead items={items} />}
            </div>
          </>
        )}
      </ReadingForm>
      <div class="mt5">
        <Guide
          good="Every item has a code of its own, and says what somebody knows, can do or does. The first rows below read as they stand in your file."
          mistake="A list without codes. Next year nobody can tell whether “Handles complaints” is the same item in other words or another one, and every rating starts anew."
          example="Dana’s list had its headings on line 3 and its levels under “Novice” to “Expert”. She chose line 3, and the five columns were read as levels 1 to 5."
        />
      </div>
    </>
  )
}

function Named({ named, library, values, refusals }: MappingProps) {
  return (
    <Section id="named" title="What it is">
      <div class="form form-wide">
        <TextField
          name="title"
          label="Title"
          value={values.title ?? named.title}
          maxlength={200}
          error={errorFor(refusals, 'title')}
        />
        <TextField
          name="publisher"
          label="Who wrote it"
          value={values.publisher ?? named.publisher}
          maxlength={200}
          error={errorFor(refusals, 'publisher')}
        />
        <Select
          name="onto"
          label="New, or the next version"
          hint="In a next version, what has the same code stays the same item."
          value={values.onto ?? named.onto}
          options={[
            { value: '', text: 'A new framework' },
            ...library.map(({ frameworkId, title, version }) => ({
              value: frameworkId,
              text: `After ${clip(title, 60)} ${version}`,
            })),
          ]}
          error={errorFor(refusals, 'onto')}
        />
      </div>
    </Section>
  )
}

function looksOf({ proposal, items, gone }: MappingProps): Looked[] {
  const { rows, byCode, faults } = proposal
  const looks: Looked[] = []
  const say = (tone: Looked['tone'], lead: string, rest: string) => looks.push({ tone, lead, rest })
  const good = rows.length - new Set(faults.map(({ line }) => line)).size
  say('good', count(good, 'row'), 'can be read')
  const levels = rows.filter((row) => row.levels.length > 0).length
  if (levels > 0) say('good', `${count(levels, 'item')}`, 'with levels in words')
  if (byCode > 0)
    say(
      'warn',
      'No column says what stands under what:',
      `the codes do, as 1.2 under 1, for ${count(byCode, 'item')}`,
    )
  const noCode = rows.filter(({ code }) => !code).length
  if (noCode > 0)
    say(
      'warn',
      `${count(noCode, 'item has', 'items have')} no code,`,
      'so only the words tell next time whether it is the same',
    )
  if (gone.length > 0)
    say(
      'warn',
      count(gone.length, 'item is gone:', 'items are gone:'),
      `in use before and not in the list, ${listing([...gone.slice(0, GONE).map(itemName), ...(gone.length > GONE ? ['others'] : [])])}`,
    )
  if (rows.every(({ kind }) => kind === null) && items.length > 0)
    say('warn', 'No column says the kind:', 'what stands above others is a heading, and the rest a skill')
  return looks
}

function Faults({ faults }: { faults: readonly RowFault[] }) {
  return (
    <Table
      caption={
        faults.length > FAULTS
          ? `The first ${FAULTS} of ${count(faults.length, 'fault')}, by line`
          : 'What cannot be read, by line'
      }
      rows={faults.slice(0, FAULTS)}
      columns={[
        { head: 'Where', nowrap: true, cell: ({ line }) => `Line ${line.toLocaleString('en-GB')}` },
        { head: 'What it says', label: 'It says', cell: ({ says }) => <span class="any">{says}</span> },
        { head: 'Why, and what to do', label: 'Why', cell: ({ why }) => <span class="any">{why}</span> },
      ]}
    />
  )
}

/** The first items as they would be kept. */
function AsRead({ items }: { items: readonly Item[] }) {
  const byId = new Map(items.map((item) => [item.itemId, item]))
  const above = ({ parentId }: Item) => {
    const item = byId.get(parentId ?? '')
    return item ? item.code || clip(item.title || item.statement, 30) : <span class="mut">the top</span>
  }
  return (
    <Table
      caption={
        items.length > SHOWN ? `The first ${SHOWN} as they will be kept` : 'All of them as they will be kept'
      }
      rows={items.slice(0, SHOWN)}
      columns={[
        { head: 'Code', nowrap: true, cell: ({ code }) => code || <span class="mut">none</span> },
        { head: 'Under', cell: above },
        { head: 'Kind', cell: ({ kind }) => ITEM_KIND_WORDS[kind] },
        {
          head: 'What it says',
          width: 40,
          cell: ({ title, statement }) => (
            <span class="any">
              {title && <b class="b">{clip(title, 80)}. </b>}
              {clip(statement, 160)}
            </span>
          ),
        },
        {
          head: 'Levels',
          cell: ({ levels }) =>
            levels.length === 0 ? (
              <span class="mut">none</span>
            ) : (
              levels.map(({ level, label }) => `${level} ${label}`).join(', ')
            ),
        },
      ]}
    />
  )
}
