import { plainDay } from '../../../kernel/day.ts'
import { possessive } from '../../../kernel/text.ts'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { SeenRound } from '../passes.ts'

/** Where the other side's pass stands: whether it is in, never what it says; or that there is nobody to make one. */
export function OtherPass(props: { person: Person; own: boolean; round: SeenRound; mayPlace: boolean }) {
  const { person, own, round, mayPlace } = props
  if (own && !person.leader && !round.leader) return <NobodyLeads mayPlace={mayPlace} />
  const mine = own ? round.self : round.leader
  const other = own ? round.leader : round.self
  const name = own ? (round.leader?.byName ?? person.leader ?? 'Your leader') : person.name
  const since = other?.inOn ? `In since ${plainDay(other.inOn)}` : other ? 'Begun, not in yet' : 'Not begun'
  return (
    <Section id="other" title={`${possessive(name)} pass`} fact={since}>
      {mine?.inOn ? (
        <Note kind="private" title="Hidden until both are in.">
          {name} cannot see yours yet. Then you both see both, and agree a level in conversation.
        </Note>
      ) : (
        <Note kind="private" title="Hidden until yours is in too.">
          {name} cannot see yours either. Then you both see both, and agree a level in conversation.
        </Note>
      )}
      <p class="s ink2 mt3">The agreed level is a third record. Neither pass is changed or averaged.</p>
    </Section>
  )
}

/** What a person alone is told: what is missing, and what works without it. */
export function NobodyLeads({ mayPlace }: { mayPlace: boolean }) {
  return (
    <Section id="other" title="A second view" fact="Missing">
      <Note kind="warn" title="Nobody leads you yet, so a level cannot be agreed.">
        {mayPlace ? (
          <>
            Name somebody who sees your work, such as a leader, a tutor or a placement supervisor, on the page{' '}
            <a href={paths.people}>People</a>.
          </>
        ) : (
          'Ask an administrator to name somebody who sees your work.'
        )}{' '}
        Until then your gaps rest on your own pass and say “self only” where nobody else has seen it.
      </Note>
    </Section>
  )
}
