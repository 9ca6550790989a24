import type { VNode } from 'preact'
import { plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { FrameworkSource, LibraryEntry } from '../rules/item.ts'
import { FORMAT_WORDS } from '../rules/words.ts'

export type DraftLine = { frameworkId: string; title: string; words: string }

/** Every framework that the organisation keeps: the one people are assessed on, and what it may be drawn from. */
export function LibraryPage(props: {
  entries: readonly LibraryEntry[]
  drafts: readonly DraftLine[]
  mayChange: boolean
}): VNode {
  const { entries, drafts, mayChange } = props
  return (
    <>
      {drafts.length > 0 && (
        <Section id="drafts" title="Being written" fact={count(drafts.length, 'draft')}>
          <Rows
            items={drafts.map(({ frameworkId, title, words }) => ({
              title,
              href: paths.draft(frameworkId),
              meta: words,
            }))}
          />
        </Section>
      )}
      <Section id="kept" title="Frameworks" fact={count(entries.length, 'framework')}>
        {entries.length > 0 ? <Kept entries={entries} /> : <NoneKept />}
        {mayChange && (
          <Buttons>
            <ButtonLink href={paths.frameworkImport}>Import a framework</ButtonLink>
            <ButtonLink kind="secondary" href={paths.frameworkNew}>
              Write a new one
            </ButtonLink>
          </Buttons>
        )}
      </Section>
      <div class="mt5">
        <Guide
          good="One framework is in force, in your own words. Others lie beside it, so that an item can be drawn from them with its address, and an assessor sees where it comes from."
          mistake="Importing a national framework of 200 items and assessing everybody on all of them. People then rate what nobody reads."
          example="Larkfield keeps its own 22 competencies in force. From a national framework it draws two items on vulnerable customers into its next version, says why, and moves everybody to it in January."
        />
      </div>
    </>
  )
}

function Kept({ entries }: { entries: readonly LibraryEntry[] }) {
  return (
    <Table
      caption="Frameworks, each in its newest version"
      hideCaption
      rows={entries}
      columns={[
        {
          head: 'Framework',
          width: 35,
          cell: ({ frameworkId, title, publisher }) => (
            <>
              <a href={paths.framework(frameworkId)}>{title}</a>
              <Sub>{publisher || 'Its publisher is not named'}</Sub>
            </>
          ),
        },
        { head: 'Version', cell: ({ version }) => <span class="any">{version}</span> },
        { head: 'Items', numeric: true, cell: ({ items }) => items.toLocaleString('en-GB') },
        { head: 'Where from', width: 25, cell: ({ source }) => sourceWords(source) },
        { head: 'State', width: 20, cell: (entry) => <Standing entry={entry} /> },
      ]}
    />
  )
}

/** Where a framework was read from, in a few words. */
export function sourceWords(source: FrameworkSource | null): VNode | string {
  if (!source) return 'Written here'
  return (
    <>
      {FORMAT_WORDS[source.format]}, {plainDay(source.readOn)}
      <Sub>
        <span class="any">{source.address}</span>
      </Sub>
    </>
  )
}

/** In force or beside it; for everybody to read or for the organisation alone. */
export function Standing({ entry }: { entry: Pick<LibraryEntry, 'inForce' | 'public'> }) {
  return (
    <>
      {entry.inForce ? <Tag kind="ink">in force</Tag> : 'in the library'} {entry.public && <Tag>public</Tag>}
    </>
  )
}

function NoneKept() {
  return (
    <Empty
      title="No frameworks yet"
      belongs="The framework that people are assessed on belongs here, and others that it may draw from."
      helps="Import one, or write your own."
    />
  )
}
