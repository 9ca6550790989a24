import type { Id } from '../../../kernel/id.ts'
import { listing } from '../../../kernel/text.ts'
import { Case } from '../../../ui/lists.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Group, Rater, RaterGroup, Round } from '../feedback.ts'
import { HANDED_OVER } from '../rules/asking.ts'
import { isOtherGroup } from '../rules/round.ts'
import { GROUP_NAMES, membersWords } from './group-words.ts'

/** Everybody who is asked, by group: never who answered. */
export function WhoWasAsked({ round }: { round: Round }) {
  return (
    <>
      <Case
        lines={round.groups
          .filter(({ raters }) => raters.length > 0)
          .map(({ group, mode, threshold, raters }) => ({
            term: GROUP_NAMES[group],
            text: (
              <>
                {listing(namesOf(group, raters))}
                <span class="sub">
                  {mode === 'named' ? 'by name' : `without names, shown from ${threshold} answers`}
                </span>
              </>
            ),
          }))}
      />
      <p class="s mut mt3">
        No page shows who answered without a name, or who said that they can’t. Answers by name are seen when
        the round has closed.
        {round.groups.some(byNameOutside) &&
          ' A link handed over to somebody outside says whether it was used.'}
      </p>
    </>
  )
}

const byNameOutside = ({ mode, raters }: RaterGroup) =>
  mode === 'named' && raters.some(({ personId }) => personId === null)

/** Names, and how many more were asked whose names are not kept any longer. */
function namesOf(group: Group, raters: readonly Rater[]): string[] {
  const names = raters.flatMap(({ name }) => name || [])
  const gone = raters.length - names.length
  if (gone === 0 || !isOtherGroup(group)) return names
  return [
    ...names,
    `${membersWords(group, gone)} whose ${gone === 1 ? 'name is' : 'names are'} no longer kept`,
  ]
}

/** The questions of a round by their titles. */
export function WhatIsAsked({ questions }: { questions: readonly { competencyId: Id; title: string }[] }) {
  return (
    <Section id="what" title="What is asked" fact="And two open questions">
      <ul class="s stackv">
        {questions.map(({ competencyId, title }) => (
          <li key={competencyId}>{title}</li>
        ))}
      </ul>
    </Section>
  )
}

/** Groups that could not stay anonymous, or so small that all must answer. */
export function ThinGroups({ round, mail }: { round: Round; mail: boolean }) {
  const anonymous = round.groups.flatMap(({ group, mode, threshold, raters }) =>
    mode === 'anonymous' && isOtherGroup(group) ? [{ group, threshold, n: raters.length, raters }] : [],
  )
  return (
    <>
      {anonymous
        .filter(({ raters }) => !mail && raters.some(({ personId }) => personId === null))
        .map(({ group }) => (
          <Note key={group} kind="warn" title={`${GROUP_NAMES[group]}: by name only.`}>
            {HANDED_OVER}
          </Note>
        ))}
      {anonymous
        .filter(({ n, threshold }) => n > 0 && n < threshold)
        .map(({ group, n, threshold }) => (
          <Note key={group} kind="warn" title={`With ${membersWords(group, n)} nobody could stay anonymous.`}>
            Ask at least {threshold}, or ask them by name.
          </Note>
        ))}
      {anonymous
        .filter(({ n, threshold }) => n === threshold)
        .map(({ group, n }) => (
          <Note key={group} title={`${GROUP_NAMES[group]}: all ${n} must answer.`}>
            Where one can’t, nothing of this group is shown. Ask one or two more.
          </Note>
        ))}
    </>
  )
}
