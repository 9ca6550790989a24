import { listing } from '../../../kernel/text.ts'
import { Case } from '../../../ui/lists.tsx'
import { Note } from '../../../ui/note.tsx'
import type { Round } from '../feedback.ts'
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
                {listing(raters.map(({ name }) => name))}
                <span class="sub">
                  {mode === 'named' ? 'by name' : `without names, shown from ${threshold} answers`}
                </span>
              </>
            ),
          }))}
      />
      <p class="s mut mt3">Who answers, and who says that they can’t, is not shown to anybody.</p>
    </>
  )
}

/** Groups too small to stay anonymous, or so small that all must answer. */
export function ThinGroups({ round }: { round: Round }) {
  const anonymous = round.groups.flatMap(({ group, mode, threshold, raters }) =>
    mode === 'anonymous' && isOtherGroup(group) ? [{ group, threshold, n: raters.length }] : [],
  )
  return (
    <>
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
