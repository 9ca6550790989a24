import type { VNode } from 'preact'
import { count } from '../../../kernel/text.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Note } from '../../../ui/note.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Competency, CrosswalkRow } from '../rules/competency.ts'
import { CONFIDENCE_WORDS, relationWords } from '../rules/words.ts'

/** One competency: its five levels as behaviour, and where recognised frameworks say something like it. */
export function CompetencyPage(props: { competency: Competency; crosswalk: readonly CrosswalkRow[] }): VNode {
  const { competency, crosswalk } = props
  return (
    <>
      {competency.soft && (
        <Note title="A soft skill.">
          It is easily passed over because no course proves it. An observation, a customer’s words or a
          recorded call shows it.
        </Note>
      )}
      {competency.legal && (
        <Note title="Asked by law.">
          A course shows attendance and not practice: ask for an observation or an audit.
        </Note>
      )}
      <Section id="levels" title="Five levels" fact="Choose what you do on an ordinary day, not on your best">
        <Table
          caption={`The five levels of ${competency.title}`}
          hideCaption
          rows={competency.levels}
          columns={[
            { head: 'Level', width: 20, nowrap: true, cell: ({ level, label }) => `${level}, ${label}` },
            { head: 'What you see yourself do', cell: ({ anchor }) => anchor },
          ]}
        />
      </Section>
      <Section id="recognised" title="In recognised frameworks" fact={count(crosswalk.length, 'link')}>
        {crosswalk.length > 0 ? <Links rows={crosswalk} title={competency.title} /> : <NoLinks />}
      </Section>
      <More summary="Words that suggest it">
        <p class="prose">
          Where a record holds a word that begins like one of these, this competency is suggested; a person
          decides. {competency.words.map((word) => `${word}…`).join(' ')}
        </p>
      </More>
    </>
  )
}

function Links({ rows, title }: { rows: readonly CrosswalkRow[]; title: string }) {
  return (
    <Table
      caption={`Items of recognised frameworks linked to ${title}`}
      hideCaption
      rows={rows}
      columns={[
        { head: 'Item', width: 25, cell: (row) => <a href={row.address}>{row.title}</a> },
        { head: 'Code', width: 15, cell: (row) => row.code || 'no code' },
        { head: 'Framework', cell: (row) => `${row.framework}, ${row.version}. ${row.publisher}` },
        { head: 'Relation', width: 10, cell: (row) => relationWords(row.relation) },
        {
          head: 'How sure',
          width: 20,
          cell: (row) =>
            row.confidence === 'seen' ? (
              `${CONFIDENCE_WORDS.seen}: ${row.source}`
            ) : (
              <Tag kind="dash">{CONFIDENCE_WORDS['from memory']}</Tag>
            ),
        },
      ]}
    />
  )
}

function NoLinks() {
  return (
    <Empty
      title="No links yet"
      belongs="Items of recognised frameworks that say something like it belong here."
      helps="They let an assessor see that a need names more than a word of our own."
    />
  )
}
