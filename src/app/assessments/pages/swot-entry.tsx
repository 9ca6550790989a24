import { plainDay } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import { PostButton } from '../../../ui/form.tsx'
import { More, Ref } from '../../../ui/section.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import { canBecomeNeed, misplaced } from '../rules/swot.ts'
import type { Entry } from '../store/swot.ts'
import { Cited } from './evidence-words.tsx'
import type { SwotPageProps } from './swot-page.tsx'
import { QUARTER_WORDS } from './swot-words.ts'

/** One entry: its words, what it leans on, a hint where it seems misplaced, and what can be done with it. */
export function SwotEntry(props: SwotPageProps & { entry: Entry }) {
  const { person, own, board, open, entry } = props
  const hint = own ? misplaced(entry.quarter, entry.words) : null
  const address = paths.swot(person.personId, board.boardId)
  return (
    <li id={`entry-${entry.entryId}`}>
      <div>
        <p class="t">{entry.words}</p>
        <Leans {...props} />
        {hint && (
          <p class="s mt2">
            <Tag kind="dash">A look again</Tag> It says{' '}
            {listing(hint.words.slice(0, 3).map((word) => `“${word}”`))}, so it speaks of yourself.{' '}
            {QUARTER_WORDS[entry.quarter].heading} are around you: is it a{' '}
            {entry.quarter === 'threat' ? 'weakness' : 'strength, or something you mean to learn'}?
          </p>
        )}
        <Before entry={entry} />
        {own && open && (
          <div class="acts s mt2 no-print">
            <a href={`${address}?entry=${entry.entryId}#write`}>
              Change<span class="vh">: {entry.words}</span>
            </a>
            <PostButton
              action={paths.swotEntryRemoval(person.personId, board.boardId, entry.entryId)}
              link
              about={`: ${entry.words}`}
            >
              Take it off
            </PostButton>
          </div>
        )}
      </div>
      {own && open && canBecomeNeed(entry.quarter) && entry.needIds.length === 0 && (
        <div class="no-print">
          <PostButton
            action={paths.swotEntryNeed(person.personId, board.boardId, entry.entryId)}
            kind="secondary"
            small
            about={`: ${entry.words}`}
          >
            Make an objective
          </PostButton>
        </div>
      )}
    </li>
  )
}

/** The competencies, evidence and needs that an entry is linked to, as far as the viewer may read them. */
function Leans({ person, entry, competencies, evidence, needs }: SwotPageProps & { entry: Entry }) {
  const known = competencies.filter(({ competencyId }) => entry.competencyIds.includes(competencyId))
  const items = evidence.filter(({ evidenceId }) => entry.evidenceIds.includes(evidenceId))
  const named = needs.filter(({ needId }) => entry.needIds.includes(needId))
  if (known.length + items.length + named.length === 0) return <p class="m">Leans on nothing yet.</p>
  return (
    <p class="m">
      {known.length > 0 && `${listing(known.map(({ title }) => title))}. `}
      {items.length > 0 && (
        <>
          <Cited items={items} personId={person.personId} />.{' '}
        </>
      )}
      {named.map((need) => (
        <span key={need.needId}>
          <Tag kind="thread">
            On thread{' '}
            <a href={paths.need(person.personId, need.needId)}>
              <Ref>{need.ref}</Ref>
            </a>
          </Tag>{' '}
        </span>
      ))}
    </p>
  )
}

/** What it said before, where it was changed. */
function Before({ entry }: { entry: Entry }) {
  if (entry.earlier.length === 0) return null
  return (
    <More summary={`What it said before (${entry.earlier.length})`}>
      <ul class="s">
        {entry.earlier.map(({ revision, words, quarter, savedOn }) => (
          <li key={revision}>
            {plainDay(savedOn)}, {QUARTER_WORDS[quarter].one.toLowerCase()}: {words}
          </li>
        ))}
      </ul>
    </More>
  )
}
