import { plainDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { JohariItem, JohariView } from '../johari.ts'
import { aloneOf, type Pane } from '../rules/johari.ts'
import type { SourceLevel } from '../rules/levels.ts'

const PANES: Record<Pane, { heading: string; own: string; other: string; empty: string }> = {
  open: {
    heading: 'Open',
    own: 'You and others see much the same.',
    other: 'The person and others see much the same.',
    empty: 'Nothing yet.',
  },
  'blind spot': {
    heading: 'Blind spot',
    own: 'You rate yourself a level or more above what every other source sees. Ask what they saw.',
    other: 'The own rating is a level or more above every other source.',
    empty: 'None.',
  },
  'hidden strength': {
    heading: 'Hidden strength',
    own: 'Every other source sees a level or more above your own rating. Use it.',
    other: 'Every other source sees a level or more above the own rating.',
    empty: 'None.',
  },
  unknown: {
    heading: 'Unknown',
    own: 'Not yet compared, or others do not agree among themselves.',
    other: 'Not yet compared, or others do not agree among themselves.',
    empty: 'Nothing: every competency can be compared.',
  },
}

/** Four lists of the role's competencies: what the person and others know, and what is not known yet and why. */
export function JohariPage({ person, own, view }: { person: Person; own: boolean; view: JohariView }) {
  const { items } = view
  const compared = items.some(({ self, others }) => self && others.length > 0)
  const list = (pane: Pane) => (
    <PaneList pane={pane} own={own} items={items.filter((item) => item.pane === pane)} />
  )
  return (
    <>
      <WhatIsMissing person={person} own={own} view={view} compared={compared} />
      <div class="mt6">
        <Columns split="6-6">
          {list('open')}
          {list('blind spot')}
        </Columns>
      </div>
      <div class="mt6">
        <Columns split="6-6">
          {list('hidden strength')}
          {list('unknown')}
        </Columns>
      </div>
      <p class="s mut mt4 prose">
        {own ? 'You are' : 'The person is'} compared with each other source in turn; none is averaged with
        another. A leader’s pass, once both are in, and an answer by name need no number of answers; a group
        of 360 feedback stands here only from its threshold on. Figures from the work are left out: a figure
        knows nobody. <a href={paths.gaps(person.personId)}>See every source beside the gaps</a>.
      </p>
      <div class="mt5">
        <Guide
          good="You read the blind spots as questions to ask, and the hidden strengths as things to use."
          mistake="Reading a blind spot as a verdict. It says that views differ, not who is right."
          example="Amara says 4 for complaints; Ben and five colleagues see 3. She asks Ben which call he has in mind, and they listen to it together."
        />
      </div>
    </>
  )
}

/** Why nobody else’s view, or not every one, is here, and what would bring it. */
function WhatIsMissing(props: { person: Person; own: boolean; view: JohariView; compared: boolean }) {
  const { person, own, view, compared } = props
  const { leader, items } = view
  const rated = items.some(({ self }) => self)
  const feedback = items.some(({ heard }) => heard)
  const held = [...new Set(items.flatMap((item) => item.held))]
  const why = {
    shown: null,
    'nobody leads': 'Nobody leads this person, so there is no leader’s pass.',
    'not begun': 'The leader has not begun a pass.',
    blind: 'The leader’s pass and the own one are shown once both are in.',
  }[leader]
  const lines = [
    !rated && (own ? 'You have not handed in a self-assessment.' : 'There is no self-assessment to read.'),
    why,
    !feedback && held.length === 0 && 'No round of 360 feedback has closed.',
    ...held,
  ].filter(Boolean)
  if (lines.length === 0) return null
  return (
    <Note title={compared ? 'Not every view is here.' : 'There is nothing to compare yet.'}>
      {lines.join(' ')}{' '}
      {own && (
        <>
          <a href={paths.assessments(person.personId)}>Open the assessments</a>, or{' '}
          <a href={paths.feedback(person.personId)}>ask for feedback</a>. Whom you ask is yours to say.
        </>
      )}
    </Note>
  )
}

function PaneList({ pane, own, items }: { pane: Pane; own: boolean; items: readonly JohariItem[] }) {
  const { heading, empty, ...words } = PANES[pane]
  return (
    <Section
      id={pane.replace(' ', '-')}
      title={heading}
      fact={count(items.length, 'competency', 'competencies')}
    >
      <p class="s mut prose">{own ? words.own : words.other}</p>
      {items.length === 0 ? (
        <p class="mt2">{empty}</p>
      ) : (
        <ul class="rows mt3">
          {items.map((item) => (
            <li key={item.competency.competencyId}>
              <div>
                <p class="t">{item.competency.title}</p>
                <p class="m">{itemWords(item, own)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Somebody who answered by name in 360 feedback may have given a level elsewhere too. */
const levelWords = ({ source, by, n, level, words }: SourceLevel) =>
  `${by} ${words ?? level}${source === 'feedback' && n === 1 ? ' in 360 feedback' : ''}`

function itemWords({ pane, self, others, why }: JohariItem, own: boolean): string {
  const mine = self ? `${own ? 'You' : 'Own rating'} ${self.level}, ${plainDay(self.on)}` : 'No own rating'
  const theirs = others.length > 0 ? listing(others.map(levelWords)) : 'nobody else'
  const reason = why === 'others differ' ? ' They do not agree among themselves.' : ''
  const only = pane === 'unknown' ? null : aloneOf(others)
  return `${mine}; ${theirs}.${reason}${only ? ` From ${only} alone.` : ''}`
}
