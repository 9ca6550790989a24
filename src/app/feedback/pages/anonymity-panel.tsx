import { plainDay } from '../../../kernel/day.ts'
import { CheckLine } from '../../../ui/lists.tsx'
import { Panel } from '../../../ui/section.tsx'
import type { Asking } from '../feedback.ts'
import { SIGN } from '../posted.ts'
import { isOtherGroup } from '../rules/round.ts'
import { membersWords } from './group-words.ts'

/** Who sees what, when, and when it is not anonymous: before anybody has answered a question. */
export function AnonymityPanel({ asking }: { asking: Asking }) {
  const { anonymous, own } = asking
  return (
    <Panel id="anonymity" title={own ? 'Who sees it?' : 'How anonymous is it?'}>
      {anonymous ? <Anonymous asking={asking} /> : <ByName asking={asking} />}
    </Panel>
  )
}

function Anonymous({ asking }: { asking: Asking }) {
  const { name, group, asked, threshold, leader, closesOn } = asking
  return (
    <>
      <p class="s b">You answer as one of {isOtherGroup(group) ? membersWords(group, asked) : asked}.</p>
      <ul class="check mt2">
        <CheckLine>
          {name} sees nothing before {plainDay(closesOn)} is over, and then only where at least {threshold} of
          the {asked} have answered
        </CheckLine>
        <CheckLine>
          Then: one rounded level for all of you together and the comments in mixed order, without names or
          times
        </CheckLine>
        <CheckLine>
          {leader ? `${leader}, who leads ${name}, sees` : 'A team leader would see'} what {name} sees, no
          more. An assessor sees it only if {name} shares it
        </CheckLine>
        <CheckLine>
          Your link is not stored with your answer, and no time is. When the round has closed, nobody can join
          them, administrators included
        </CheckLine>
      </ul>
      <h3 class="mt4">When it is not</h3>
      <ul class="check mt2">
        <CheckLine no>Your own words can give you away</CheckLine>
        <CheckLine no>
          {name} knows who was asked. The others can say what they answered, and find out more about you if
          they put their answers together
        </CheckLine>
        {group === 'customers' && (
          <CheckLine no>
            The addresses of the {asked} were typed in here: one that was made up, or a person’s second,
            counts
          </CheckLine>
        )}
        <CheckLine no>
          Whoever runs the server can see that you have answered, but not what. With the server’s own key they
          could open answers while the round is open
        </CheckLine>
        <CheckLine no>
          {leader ? `${leader} answers by name. So can you: ` : 'You can answer by name: '}
          <a href={`#f-${SIGN}`}>sign my answers</a>
        </CheckLine>
      </ul>
    </>
  )
}

function ByName({ asking }: { asking: Asking }) {
  const { name, own, group, leader, closesOn } = asking
  const readers = own
    ? leader
      ? `${leader}, who leads you, sees`
      : 'Whoever leads you sees'
    : leader && group !== 'leader'
      ? `${leader}, who leads ${name}, sees`
      : `Whoever leads ${name} sees`
  return (
    <>
      <p class="s b">
        {own
          ? 'You answer about yourself, by name.'
          : group === 'leader'
            ? 'It is not. You answer by name, as the one who leads.'
            : 'It is not. This group is too small for that, or was asked by name.'}
      </p>
      <ul class="check mt2">
        <CheckLine>Nothing is shown before {plainDay(closesOn)} is over</CheckLine>
        <CheckLine>
          {own ? 'Then your answers stand' : `Then ${name} sees your answers, with your name,`} beside what
          the others say
        </CheckLine>
        <CheckLine>
          {readers} what {own ? 'you see' : `${name} sees`}, no more. An assessor sees it only if{' '}
          {own ? 'you share' : `${name} shares`} it
        </CheckLine>
      </ul>
    </>
  )
}
