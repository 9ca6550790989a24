import { CheckLine } from '../../../ui/lists.tsx'
import { Section } from '../../../ui/section.tsx'

/** What anonymity cannot promise, said wherever it is promised. */
export function Limits({ own, name }: { own: boolean; name: string }) {
  const they = own ? 'you' : name
  const lines = [
    'Somebody’s own words, where only one person would say them so',
    'What raters tell each other, or tell you',
    'What raters find out who put their answers together: more about another than one of them could',
    `Customers who were made up: ${they} and the leader type their addresses, and each counts as a rater`,
    'One person who was asked under two addresses: they count as two',
    'An administrator who makes a new sign-in link for a rater, and answers as them. The history says that the link was made',
    `That somebody was asked: ${they} and the leader know the names`,
    'That fewer than the threshold answered, where a group is held back',
    'What the one who runs the server could read in its memory, or open with its key, before the round closed',
  ]
  return (
    <Section id="limits" title="What no method can hide">
      <ul class="check">
        {lines.map((line) => (
          <CheckLine key={line} no>
            {line}
          </CheckLine>
        ))}
      </ul>
    </Section>
  )
}
