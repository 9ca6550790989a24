import type { Id } from '../../../kernel/id.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { LevelMarkSign, LevelStrip } from '../../../ui/charts/level-strip.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Case, CheckList } from '../../../ui/lists.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Panel, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Group, Held, Reading, Round, Texts } from '../feedback.ts'
import { WhoWasAsked } from './asked.tsx'
import { GROUP_NAMES } from './group-words.ts'
import { Limits } from './limits.tsx'
import { cellOf, heldWords, letterOf, lineOf, markOf } from './results.ts'
import { Sayings } from './sayings.tsx'

type Asked = { competencyId: Id; title: string; required: number | null }

export type ResultsProps = {
  person: Person
  own: boolean
  round: Round
  competencies: readonly Asked[]
  readings: readonly Reading[]
  held: readonly Held[]
  texts: readonly Texts[]
}

/** A closed round: each group beside self and leader, what is held back and why, and what was written. */
export function ResultsPage(props: ResultsProps) {
  const { person, own, round, competencies, held, texts } = props
  const groups = round.groups.map(({ group }) => group)
  return (
    <>
      <Key groups={groups} />
      <Section id="levels" title="Level by level" fact="No group is averaged with another">
        {competencies.map((competency) => (
          <Competency key={competency.competencyId} competency={competency} {...props} />
        ))}
      </Section>
      <Columns split="8-4">
        <div>
          <Sayings texts={texts} held={held} own={own} name={person.name} />
          <AsTable {...props} groups={groups} />
        </div>
        <div>
          <Sharing person={person} own={own} round={round} />
          <Section id="asked" title="Who was asked" fact={round.ref}>
            <WhoWasAsked round={round} />
          </Section>
          <NextSteps {...props} />
          <Limits own={own} name={person.name} />
        </div>
      </Columns>
      <div class="mt5">
        <Guide
          good="Where peers and customers see the same and you see it otherwise, ask them for one more moment, and take that one competency into your plan."
          mistake="Guessing who wrote which line, and arguing with it. The line is one moment somebody saw."
          example="Amara rated herself 4 for complaints; three peers together came to about 3, and one wrote of a caller who was not rung back. She and Ben made “ring back on the day promised” of it."
        />
      </div>
    </>
  )
}

function Key({ groups }: { groups: readonly Group[] }) {
  return (
    <section class="mb5" aria-labelledby="key">
      <h2 id="key" class="vh">
        Key to the marks
      </h2>
      <ul class="key">
        {groups.map((group) => (
          <li key={group}>
            <LevelMarkSign
              source={group === 'self' || group === 'leader' ? group : 'feedback'}
              letter={letterOf(group)}
            />
            {GROUP_NAMES[group]}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Competency({ competency, readings, held }: ResultsProps & { competency: Asked }) {
  const { competencyId, title, required } = competency
  const mine = readings.filter((reading) => reading.competencyId === competencyId)
  const back = held.filter((one) => one.competencyId === competencyId)
  const id = `c-${competencyId}`
  return (
    <article class="gap" aria-labelledby={id}>
      <div class="gap-h">
        <h3 id={id}>{title}</h3>
      </div>
      <div class="gap-b">
        {required === null || mine.length === 0 ? (
          <p class="s mut">{mine.length > 0 && 'The role does not ask for it, so it stands on no strip.'}</p>
        ) : (
          <LevelStrip id={id} title={title} required={required} agreed={null} sources={mine.map(markOf)} />
        )}
        <Case
          lines={[
            ...mine.map((reading) => ({ term: GROUP_NAMES[reading.group], text: lineOf(reading) })),
            ...back.map((one) => ({ term: GROUP_NAMES[one.group], text: heldWords(one) })),
            ...(mine.length + back.length === 0 ? [{ term: 'Answers', text: 'Nobody answered this.' }] : []),
          ]}
        />
      </div>
    </article>
  )
}

function NextSteps({ person, own, readings }: ResultsProps) {
  return (
    <Section id="next" title="What to do with it">
      <p class="s ink2">
        {readings.some(({ anonymous }) => anonymous)
          ? 'Look for what several groups say, and talk it over before anything is written down.'
          : 'No group reached its number, so none is shown. What was said by name stands above.'}
      </p>
      <Buttons>
        <ButtonLink kind="secondary" small href={paths.gaps(person.personId)}>
          See it beside the other levels
        </ButtonLink>
        {own && (
          <ButtonLink kind="secondary" small href={paths.reflectionNew(person.personId, 'gibbs')}>
            Reflect on it
          </ButtonLink>
        )}
      </Buttons>
    </Section>
  )
}

function AsTable({ competencies, readings, held, groups }: ResultsProps & { groups: readonly Group[] }) {
  const cell = (group: Group) => (row: Asked) => {
    const found = readings.filter((one) => one.group === group && one.competencyId === row.competencyId)
    const back = held.some((one) => one.group === group && one.competencyId === row.competencyId)
    return [...found.map(cellOf), ...(back ? ['held back'] : [])].join('; ') || '–'
  }
  return (
    <Section id="table" title="The same as a table">
      <Table
        caption="360 feedback by competency and group"
        hideCaption
        wide="scroll"
        rows={competencies}
        columns={[
          { head: 'Competency', cell: (row) => row.title },
          { head: 'Needs', cell: (row) => row.required ?? '–' },
          ...groups.map((group) => ({ head: GROUP_NAMES[group], cell: cell(group) })),
        ]}
      />
    </Section>
  )
}

function Sharing({ person, own, round }: { person: Person; own: boolean; round: Round }) {
  const { sharedWithAssessor: shared, roundId } = round
  if (!own)
    return (
      <Note kind="private" title={`You see what ${person.name} sees, no more.`}>
        {shared ? 'It is shared with the assessor too.' : 'An assessor does not see it.'}
      </Note>
    )
  return (
    <Panel id="sharing" title="Who sees this">
      <CheckList
        items={[
          { there: true, text: 'You' },
          {
            there: true,
            text: person.leader
              ? `${person.leader}, the very same page`
              : 'Whoever leads you, the very same page',
          },
          { there: shared, text: 'Your assessor' },
        ]}
      />
      <div class="mt4">
        <PostButton
          action={paths.feedbackSharing(person.personId, roundId)}
          hidden={{ shared: shared ? 'no' : 'yes' }}
          kind="secondary"
        >
          {shared ? 'Stop sharing with your assessor' : 'Share with your assessor'}
        </PostButton>
      </div>
    </Panel>
  )
}
