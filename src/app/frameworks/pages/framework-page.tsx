import type { VNode } from 'preact'
import { type Day, dayIn, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { type Reasons, reasonWords } from '../reasons.ts'
import type { FrameworkPackage, LibraryEntry } from '../rules/item.ts'
import type { Outline } from '../rules/outline.ts'
import { Standing, sourceWords } from './library-page.tsx'
import { Tree } from './tree.tsx'
import { foundWords, NothingFound, Trail, TreeSearch } from './tree-search.tsx'

export type FrameworkShown = {
  entry: LibraryEntry
  pkg: FrameworkPackage
  outline: Outline
  about: string
  at: string | null
  versions: readonly LibraryEntry[]
  /** Another organisation here answers for its identifier. */
  isSpokenElsewhere: boolean
  /** Why each version was published and put in force. */
  reasons: ReadonlyMap<string, Reasons>
  /** What changed since the version before; null for the first. */
  change: { from: string; lines: readonly string[] } | null
  /** The origin of the addresses of what was made here. */
  origin: string
  /** Where the framework is read, the same for every version. */
  address: string
  /** Whether this installation is reached over https, as its addresses say. */
  secure: boolean
  attributions: readonly string[]
  mayChange: boolean
  zone: string
}

/** One version of a framework: its items, where it comes from, its other versions, and what can be done with it. */
export function FrameworkPage(props: FrameworkShown): VNode {
  const { entry, change, attributions, mayChange } = props
  const { frameworkId, version } = entry
  return (
    <>
      {mayChange && !entry.inForce && entry.kind === 'competencies' && entry.items > 0 && (
        <div class="mb5">
          <Panel>
            <p class="prose">
              Nobody is assessed on this version. Before everybody moves to it you see what that changes.
            </p>
            <Buttons>
              <ButtonLink kind="secondary" small href={paths.frameworkMoving(frameworkId, version)}>
                See what moving to it changes
              </ButtonLink>
            </Buttons>
          </Panel>
        </div>
      )}
      <Items {...props} />
      {change && (
        <Section
          id="changed"
          title={`What changed since version ${change.from}`}
          fact={<a href={paths.frameworkDifference(frameworkId, change.from, version)}>Every change</a>}
        >
          {change.lines.length > 0 ? (
            <ul class="prose">
              {change.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : (
            <p>Nothing. The two versions say the same.</p>
          )}
        </Section>
      )}
      <Versions {...props} />
      <About {...props} />
      <Elsewhere {...props} />
      <div class="mt5">
        <Guide
          good="A version that was published stays as it is. Whoever was assessed on it can read, years later, the words they were assessed on."
          mistake="Correcting one word in the version in force. It looks harmless, and every rating made before then seems to have been made on other words."
          example="“Answers complaints politely” became “Settles complaints fairly and in time” in the next version. Ratings on the old words stay with the old words, and the item is assessed again."
        />
      </div>
      <Attribution lines={attributions} />
    </>
  )
}

function Items({ entry, pkg, outline, about, at, origin }: FrameworkShown) {
  const here = paths.frameworkVersion(entry.frameworkId, entry.version)
  const byId = new Map(pkg.items.map((item) => [item.itemId, item]))
  if (pkg.items.length === 0)
    return (
      <Empty
        title="No items"
        belongs="What people know, can do and do belongs here, each as an item."
        helps="This version was published, or imported, without any."
      />
    )
  return (
    <Section id="items" title="Items" fact={foundWords(outline, pkg.items.length)}>
      <TreeSearch action={here} about={about} />
      <Trail outline={outline} top={here} inside={(item) => `${here}?at=${item.itemId}`} />
      {outline.branches.length + outline.loose.length > 0 ? (
        <div class="mt4">
          <Tree
            outline={outline}
            inside={(item) => `${here}?at=${item.itemId}`}
            byId={byId}
            origin={origin}
            open={pkg.items.length <= 60 || at !== null}
          />
        </div>
      ) : (
        <NothingFound top={here} />
      )}
    </Section>
  )
}

function Versions({ entry, versions, reasons, zone }: FrameworkShown) {
  return (
    <Section id="versions" title="Versions" fact={count(versions.length, 'version')}>
      <Table
        caption={`Versions of ${entry.title}, the newest first`}
        hideCaption
        rows={versions}
        columns={[
          {
            head: 'Version',
            width: 30,
            cell: (each) => (
              <>
                <a
                  class="any"
                  href={paths.frameworkVersion(each.frameworkId, each.version)}
                  aria-current={each.version === entry.version ? 'page' : undefined}
                >
                  {each.version}
                </a>
                {reasonWords(reasons.get(each.version)).map((line) => (
                  <Sub key={line}>{line}</Sub>
                ))}
              </>
            ),
          },
          { head: 'Published', cell: ({ madeAt }) => plainDay(dayIn(madeAt, zone)) },
          {
            head: 'By',
            cell: ({ madeByName, source }) => madeByName || (source ? 'The command line' : 'Goldthread'),
          },
          { head: 'Items', numeric: true, cell: ({ items }) => items.toLocaleString('en-GB') },
          { head: 'State', cell: (each) => <Standing entry={each} /> },
        ]}
      />
      {versions.length > 1 && (
        <p class="s mt3">
          <a href={paths.frameworkDifference(entry.frameworkId)}>Compare any two versions</a>
        </p>
      )}
    </Section>
  )
}

function About({ entry, address, zone }: FrameworkShown) {
  const made: Day = dayIn(entry.madeAt, zone)
  return (
    <Section id="about" title="About this version">
      {entry.description && <p class="prose mb4">{entry.description}</p>}
      <SummaryList
        items={[
          { term: 'Publisher', value: entry.publisher || 'not named' },
          { term: 'Where from', value: sourceWords(entry.source) },
          { term: 'Kept since', value: plainDay(made) },
          { term: 'Its own address', value: <span class="any">{address}</span> },
          { term: 'Identifier', value: <span class="any">{entry.frameworkId}</span> },
        ]}
      />
    </Section>
  )
}

const FORMATS = [
  { format: 'case', text: 'CASE 1.1, for other systems', about: 'JSON' },
  { format: 'moodle-csv', text: 'Moodle', about: 'its framework CSV' },
  { format: 'csv', text: 'A plain table', about: 'CSV' },
] as const

/** Who reads it outside the organisation. */
const READERS = {
  nobody: {
    title: 'Only your organisation reads it.',
    words: 'Its addresses answer nobody outside until you make it public.',
  },
  anybody: {
    title: 'Anybody may read it.',
    words: 'Other systems read its newest version at its address, without signing in.',
  },
  others: {
    title: 'Its addresses answer in another organisation’s words.',
    words:
      'Another organisation of this installation published a framework of the same identifier first, as happens with the one that everybody begins with. Other systems read that one. To share your own words, write them as a framework of your own.',
  },
} as const

function Elsewhere({ entry, isSpokenElsewhere, secure, mayChange }: FrameworkShown) {
  const { frameworkId, version } = entry
  const reading = !entry.public ? 'nobody' : isSpokenElsewhere ? 'others' : 'anybody'
  return (
    <Section id="elsewhere" title="Use it elsewhere">
      <ul class="prose">
        {FORMATS.map(({ format, text, about }) => (
          <li key={format}>
            <a href={paths.frameworkExport(frameworkId, version, format)} download>
              {text}
            </a>
            , {about}
          </li>
        ))}
      </ul>
      <div class="mt4">
        <Note kind={entry.public ? 'info' : 'private'} title={READERS[reading].title}>
          {READERS[reading].words}
          {reading === 'anybody' &&
            !secure &&
            ' Addresses begin with https: they answer once this installation is reached that way.'}
        </Note>
      </div>
      {mayChange && (
        <div class="mt3">
          <PostButton
            action={paths.frameworkSharing(frameworkId)}
            hidden={{ public: entry.public ? 'no' : 'yes' }}
            kind="secondary"
            small
          >
            {entry.public ? 'Keep it to the organisation' : 'Make it public'}
          </PostButton>
        </div>
      )}
    </Section>
  )
}
