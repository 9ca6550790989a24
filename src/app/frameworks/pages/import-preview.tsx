import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count, listing } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { paths } from '../../paths.ts'
import type { FrameworkPackage, FrameworkSource, ItemKind, LibraryEntry } from '../rules/item.ts'
import { outlineOf } from '../rules/outline.ts'
import { FORMAT_WORDS } from '../rules/words.ts'
import { Tree } from './tree.tsx'

/** A file that was laid aside: by what its bytes are known, and what it is called. */
export type Held = { hash: string; name: string; format: string }

/** The most items of what was read that the page shows. */
const SHOWN = 200

/** What a file holds, before it is kept. */
export function ImportPreview(props: {
  held: Held
  package: FrameworkPackage
  format: FrameworkSource['format']
  warnings: readonly string[]
  /** The newest version of the framework that the library has already. */
  newest: LibraryEntry | null
  refusals: readonly Refusal[]
}): VNode {
  const { held, package: whole, format, warnings, newest, refusals } = props
  const first = whole.items.slice(0, SHOWN)
  const action = paths.frameworkImportFile(held)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {warnings.length > 0 && (
        <div class="mb5">
          <Note kind="warn" title={`${count(warnings.length, 'thing')} to know before you keep it.`}>
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </Note>
        </div>
      )}
      <Section id="about" title="What was read" fact={held.name}>
        <SummaryList
          items={[
            { term: 'Publisher', value: whole.publisher || 'Not named' },
            { term: 'Version', value: whole.version ?? 'Not named: it gets the next of this year' },
            { term: 'Format', value: FORMAT_WORDS[format] },
            { term: 'Items', value: kindsOf(whole) },
            { term: 'Links between items', value: whole.associations.length.toLocaleString('en-GB') },
            {
              term: 'In the library',
              value: newest
                ? `Version ${newest.version}, ${count(newest.items, 'item')}. This becomes the next one, unless it says the same.`
                : 'Not yet. This becomes its first version.',
            },
          ]}
        />
        <div class="mt5">
          <Form action={action}>
            <Buttons>
              <Button>Keep it in the library</Button>
              <ButtonLink kind="secondary" href={paths.frameworkImport}>
                Choose another
              </ButtonLink>
            </Buttons>
          </Form>
        </div>
      </Section>
      {whole.items.length > 0 && (
        <Section id="items" title="Its items" fact={count(whole.items.length, 'item')}>
          {whole.items.length > SHOWN && <p>The first {SHOWN}, as they stand in the tree.</p>}
          <Tree
            outline={outlineOf(first, { limit: SHOWN })}
            inside={() => `${action}#items`}
            byId={new Map(first.map((item) => [item.itemId, item]))}
            open={false}
          />
        </Section>
      )}
    </>
  )
}

const COUNTED: Record<ItemKind, [one: string, many: string]> = {
  group: ['heading', 'headings'],
  knowledge: ['piece of knowledge', 'pieces of knowledge'],
  skill: ['skill', 'skills'],
  behaviour: ['behaviour', 'behaviours'],
  unit: ['unit', 'units'],
  'learning outcome': ['learning outcome', 'learning outcomes'],
  'assessment criterion': ['assessment criterion', 'assessment criteria'],
}

function kindsOf({ items }: FrameworkPackage): string {
  const counted = new Map<ItemKind, number>()
  for (const { kind } of items) counted.set(kind, (counted.get(kind) ?? 0) + 1)
  if (counted.size === 0) return 'None'
  return listing([...counted].map(([kind, number]) => count(number, ...COUNTED[kind])))
}
