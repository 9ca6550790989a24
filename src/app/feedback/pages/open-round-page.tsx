import { type Day, longDay } from '../../../kernel/day.ts'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Round } from '../feedback.ts'
import { WhatIsAsked, WhoWasAsked } from './asked.tsx'
import { Limits } from './limits.tsx'
import type { AskedOfMe } from './rounds-page.tsx'

/** While answers are taken: who was asked and until when, and nothing else. */
export function OpenRoundPage(props: {
  person: Person
  own: boolean
  round: Round
  closesOn: Day
  /** The last day has passed, and the round could not be closed. */
  over: boolean
  /** The visitor's own answer to this round, where it still waits. */
  mine: AskedOfMe | null
  /** Links of people outside, for whoever launched it where no mail can be sent. */
  links: readonly { name: string; url: string }[]
}) {
  const { person, own, round, closesOn, over, mine, links } = props
  return (
    <Columns split="8-4">
      <div>
        {over ? (
          <Note
            kind="error"
            title={`The last day, ${longDay(closesOn)}, is over, and the round could not be closed.`}
          >
            Its key is missing on the server, so that nobody can open the answers. Ask whoever runs the server
            to put the folder of keys back from a backup: the round then closes by itself.
          </Note>
        ) : (
          <Note title={`Open until the end of ${longDay(closesOn)}.`}>
            Nothing is shown before, to anybody: no level, no text, not even how many have answered. Then
            every group that reached its number is shown at once.
          </Note>
        )}
        {mine && (
          <div class="mt5">
            <Section id="mine" title="Your own answer">
              <Rows
                items={[
                  {
                    title: own ? 'Answer the same questions about yourself' : `Answer about ${person.name}`,
                    href: mine.path,
                    meta: 'By name',
                  },
                ]}
              />
            </Section>
          </div>
        )}
        <div class="mt5">
          <Section id="asked" title="Who was asked" fact={round.ref}>
            <WhoWasAsked round={round} />
          </Section>
        </div>
        {links.length > 0 && (
          <div class="mt5">
            <Section id="links" title="Links to hand over" fact="No mail server is set here">
              <p class="s ink2">
                Give each person outside their own link, by a way only they read. Whoever has it can answer in
                their name, and see whether they have: that is why they are asked by name.
              </p>
              <div class="stackv mt3">
                {links.map(({ name, url }) => (
                  <div key={url} class="field">
                    <label for={`link-${name}`}>Link for {name}</label>
                    <input class="in" id={`link-${name}`} value={url} readOnly />
                  </div>
                ))}
              </div>
            </Section>
          </div>
        )}
      </div>
      <div>
        <WhatIsAsked questions={round.questions} />
        <Limits own={own} name={person.name} />
        <p class="s mt4">
          <a href={paths.kept}>What we keep and for how long</a>
        </p>
      </div>
    </Columns>
  )
}
