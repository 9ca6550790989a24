import type { VNode } from 'preact'
import { dayIn, plainDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { DiffTable } from '../../../ui/diff.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Note } from '../../../ui/note.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Competency, CrosswalkRow } from '../rules/competency.ts'
import { CONFIDENCE_WORDS, relationWords, standsTo } from '../rules/words.ts'
import type { Relation, Telling } from '../story.ts'
import { WHAT } from './difference.tsx'

/** One competency: its levels as behaviour, what it stands beside, and how its words came to be. */
export function CompetencyPage(props: {
  competency: Competency
  crosswalk: readonly CrosswalkRow[]
  tellings: readonly Telling[]
  relations: readonly Relation[]
  /** The same in every version, wherever the framework is used. */
  address: string
  attributions: readonly string[]
  zone: string
}): VNode {
  const { competency, crosswalk, tellings, relations, address, attributions, zone } = props
  const { levels } = competency
  return (
    <>
      <p class="lead mb5">{competency.statement}</p>
      {(competency.soft || competency.legal) && (
        <div class="stackv mb5">
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
        </div>
      )}
      <Section
        id="levels"
        title={levels.length === 5 ? 'Five levels' : 'Levels'}
        fact={levels.length > 0 && 'Choose what you do on an ordinary day, not on your best'}
      >
        {levels.length === 0 && (
          <p class="prose">
            Its publisher does not say what each level looks like. Say it in the next version of the
            framework, or role by role.
          </p>
        )}
        {levels.length > 0 && (
          <Table
            caption={`The levels of ${competency.title}`}
            hideCaption
            rows={levels}
            columns={[
              { head: 'Level', width: 20, nowrap: true, cell: ({ level, label }) => `${level}, ${label}` },
              { head: 'What you see yourself do', cell: ({ anchor }) => anchor },
            ]}
          />
        )}
      </Section>
      <Section id="recognised" title="In recognised frameworks" fact={count(crosswalk.length, 'link')}>
        {crosswalk.length > 0 ? <Links rows={crosswalk} title={competency.title} /> : <NoLinks />}
      </Section>
      {relations.length > 0 && <Relations relations={relations} />}
      <Told tellings={tellings} zone={zone} />
      <p class="s ink2 mt3 any">Its own address, the same in every version: {address}</p>
      <div class="mt4">
        <More summary="Words that suggest it">
          <p class="prose">
            Where a record holds a word that begins like one of these, this competency is suggested; a person
            decides. {competency.words.map((word) => `${word}…`).join(' ')}
          </p>
        </More>
      </div>
      <Attribution lines={attributions} />
    </>
  )
}

function Relations({ relations }: { relations: readonly Relation[] }) {
  return (
    <Section id="relations" title="How it stands to others" fact={count(relations.length, 'association')}>
      <ul class="prose">
        {relations.map(({ type, forwards, name, framework, address }, index) => (
          <li key={index} class="any">
            It {standsTo(type, forwards)} {address ? <a href={address}>{name}</a> : name}
            {framework && (
              <>
                ,{' '}
                <a href={paths.frameworkVersion(framework.frameworkId, framework.version)}>
                  {framework.title}
                </a>
              </>
            )}
            .
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The versions that worded it anew; the words of the others are those of the version before. */
function Told({ tellings, zone }: { tellings: readonly Telling[]; zone: string }) {
  return (
    <Section id="told" title="How its words came to be" fact={count(tellings.length, 'wording')}>
      <DiffTable
        caption="Versions that worded it anew, the newest first"
        rows={tellings.map(({ version, madeAt, madeByName, what, because, parts }) => ({
          item: (
            <>
              <span class="any">{version}</span>
              <Sub>
                {plainDay(dayIn(madeAt, zone))}
                {madeByName && `, ${madeByName}`}
                {what.length > 0 && `. Changed: ${listing(what.map((one) => WHAT[one]))}`}
                {because && `. Why: ${because}`}
              </Sub>
            </>
          ),
          parts,
        }))}
      />
    </Section>
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
