import type { Example } from './examples/example.ts'
import { EXAMPLES } from './examples.tsx'
import { Columns, Head, Section } from './section.tsx'

const COLOURS = [
  'paper',
  'surface',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'leaf',
  'leaf-deep',
  'leaf-tint',
  'thread',
  'thread-ink',
  'thread-tint',
  'improve',
  'improve-tint',
  'concern',
  'concern-tint',
  'error',
  'focus',
]

function Shown({ example }: { example: Example }) {
  return (
    <div>
      <h3 class="lab-s">{example.name}</h3>
      {example.show}
    </div>
  )
}

/** What `main` of the gallery holds: colours, type, and every part in every state. */
export function Gallery() {
  return (
    <>
      <Head title="Components" lead="Every part in every state. Real words, never filler." />
      <Section
        id="colour"
        title="Colour"
        fact="Three rules: gold is the thread, leaf can be acted on, a verdict is a word first"
      >
        <ul class="swatches">
          {COLOURS.map((colour) => (
            <li key={colour}>
              <i class={`sw-${colour}`} />
              <b class="b s">{colour}</b>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="type" title="Type" fact="Atkinson Hyperlegible Next, 400 to 700, tabular figures">
        <Columns split="6-6">
          <div class="prose">
            <p class="ty-1">Page title, 30/36</p>
            <p class="ty-2">Section title, 22/26</p>
            <p class="ty-3">Lead and row title, 18/27</p>
            <p>Text and fields, 16/24. Rang back on the day promised.</p>
            <p class="s">Tables and meta, 14/20. 227 of 306, interval 69 to 79%.</p>
            <p class="xs mut">Chart labels and stamps, 13/18. Never smaller.</p>
          </div>
          <div class="prose">
            <p class="ty-n">74%</p>
            <p class="s ink2">
              One figure a card, always with its count, its interval and its verdict beside it.
            </p>
            <p class="s">0 1 2 3 4 5 6 7 8 9, I l 1, O 0: told apart at a glance.</p>
          </div>
        </Columns>
      </Section>
      {EXAMPLES.map((group) => (
        <Section key={group.id} id={group.id} title={group.title} fact={group.fact}>
          <div class="examples">
            {group.examples
              .filter((example) => example.wide)
              .map((example) => (
                <Shown key={example.name} example={example} />
              ))}
            <div class={group.roomy ? 'cards cards-wide' : 'cards'}>
              {group.examples
                .filter((example) => !example.wide)
                .map((example) => (
                  <Shown key={example.name} example={example} />
                ))}
            </div>
          </div>
        </Section>
      ))}
    </>
  )
}
