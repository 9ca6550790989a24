import { Section } from '../../../ui/section.tsx'
import type { Held, Texts } from '../feedback.ts'
import { GROUP_NAMES } from './group-words.ts'
import { heldWords } from './results.ts'

/** What was written, in mixed order, by group; and which group's words are held back. */
export function Sayings(props: {
  texts: readonly Texts[]
  held: readonly Held[]
  own: boolean
  name: string
}) {
  const { texts, held, own, name } = props
  const about = own ? 'you' : name
  return (
    <Section id="said" title="What was written" fact="As it was written, in mixed order">
      <div class="stackv">
        <Question
          title={`What ${about} should keep doing`}
          said={texts.filter(({ question }) => question === 'keep')}
          held={held.filter(({ question }) => question === 'keep')}
        />
        <Question
          title={`What ${about} could do differently`}
          said={texts.filter(({ question }) => question === 'change')}
          held={held.filter(({ question }) => question === 'change')}
        />
      </div>
    </Section>
  )
}

function Question(props: { title: string; said: readonly Texts[]; held: readonly Held[] }) {
  const { title, said, held } = props
  return (
    <div class="mb5">
      <h3>{title}</h3>
      {said.length + held.length === 0 && <p class="s mut mt2">Nothing was written.</p>}
      {said.map(({ group, by, texts }, index) => (
        <div key={index} class="mt3">
          <h4>{by && group !== 'self' ? `${by}, by name` : GROUP_NAMES[group]}</h4>
          <ul class="said s mt2">
            {texts.map((text, at) => (
              <li key={at}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
      {held.map((one) => (
        <p key={one.group} class="s mt3">
          <b class="b">{GROUP_NAMES[one.group]}.</b> {heldWords(one)}
        </p>
      ))}
    </div>
  )
}
