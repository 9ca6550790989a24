import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { clip, listing } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, FieldSet, Tick } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Pips } from '../../../ui/pips.tsx'
import { Cards, Section, SectionHead } from '../../../ui/section.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { SeenPass, SeenRound } from '../passes.ts'
import { genericExample } from '../rules/generic.ts'
import type { Rating } from '../rules/rating.ts'
import { EvidenceName, gistOf } from './evidence-words.tsx'

export type RatingPageProps = {
  person: Person
  own: boolean
  round: SeenRound
  pass: SeenPass
  /** Which of the round's competencies is filled in now. */
  index: number
  /** What is typed or saved of it. */
  rating: Rating
  /** What the same side said the time before. */
  earlier: { rating: Rating; on: string } | null
  /** Items linked to the competency, newest first. */
  evidence: readonly EvidenceItem[]
  mayPlace: boolean
  refusals: readonly Refusal[]
}

/** What one side says of one competency, and handing the pass in. */
export function RatingForm(
  props: RatingPageProps & {
    path: string
    current: SeenRound['asked'][number]
    rated: number
    others: number
  },
) {
  const {
    person,
    own,
    round,
    pass,
    index,
    rating,
    evidence,
    earlier,
    refusals,
    path,
    current,
    rated,
    others,
  } = props
  const { competency, requirement } = current
  const heaviest = Math.max(...round.asked.map((each) => each.requirement.weight))
  const next = round.asked[index + 1]
  const facts = [
    requirement.weight === heaviest && 'Weighs most in the role',
    competency.soft && 'Soft skill',
    competency.legal && 'Asked by law',
  ].filter(Boolean)
  return (
    <Form
      action={path}
      wide
      keep={`pass-${pass.assessmentId}-${competency.competencyId}`}
      hidden={{ competency: competency.competencyId }}
    >
      <SectionHead id="now" title={`${index + 1}. ${competency.title}`} fact={facts.join('. ')} />
      <Choices
        name="level"
        label={
          own ? 'Which is closest to what you do now?' : `Which is closest to what ${person.name} does now?`
        }
        hint={`Not on ${own ? 'your' : 'the'} best day. The level the role needs is shown after you choose, so that it does not choose for you.`}
        value={rating.level === null ? null : String(rating.level)}
        error={errorFor(refusals, 'level')}
        choices={competency.levels.map(({ level, label, anchor }) => ({
          value: String(level),
          text: (
            <>
              {level}, {label}{' '}
              {rating.level !== null && level === requirement.level && (
                <Tag>{own ? 'Your role needs this' : 'The role needs this'}</Tag>
              )}
            </>
          ),
          hint: anchor,
        }))}
      />
      <Shown
        person={person}
        own={own}
        rating={rating}
        evidence={evidence}
        competencyId={competency.competencyId}
        refusals={refusals}
      />
      <FieldSet legend="One concrete example" hint="A single time, not what usually happens." id="example">
        <div class="mt3">
          <Cards>
            <TextField
              name="when"
              label="When?"
              value={rating.example.when}
              error={errorFor(refusals, 'when')}
            />
            <TextField
              name="who"
              label="Who was it for?"
              value={rating.example.who}
              error={errorFor(refusals, 'who')}
            />
            <TextArea
              name="task"
              label={
                own ? 'What was needed of me? (optional)' : `What was needed of ${person.name}? (optional)`
              }
              value={rating.example.task}
              error={errorFor(refusals, 'task')}
            />
            <TextArea
              name="did"
              label={own ? 'What did I do?' : `What did ${person.name} do?`}
              value={rating.example.did}
              error={errorFor(refusals, 'did')}
            />
            <TextArea
              name="followed"
              label="What followed?"
              value={rating.example.followed}
              error={errorFor(refusals, 'followed')}
            />
          </Cards>
        </div>
        <GeneralHint rating={rating} own={own} />
      </FieldSet>
      {earlier && (
        <TextField
          name="changed"
          label={`What has changed since ${plainDay(earlier.on)}?`}
          hint={`${own ? `You rated yourself ${earlier.rating.level} then.` : `Your level then was ${earlier.rating.level}.`}${rating.level === null ? '' : ` This one is ${rating.level}.`}`}
          value={rating.changed}
          error={errorFor(refusals, 'changed')}
        />
      )}
      <Buttons flush>
        {next && (
          <Button name="go" value="next">
            Save and go on to {index + 2}
          </Button>
        )}
        <Button kind={next ? 'secondary' : 'primary'} name="go" value="stop">
          Save and stop here
        </Button>
      </Buttons>
      <HandIn rated={rated} of={round.asked.length} others={others} />
    </Form>
  )
}

/** A hint at an example that could be of any day: as it was last saved, and never in the way. */
function GeneralHint({ rating, own }: { rating: Rating; own: boolean }) {
  const general = genericExample(rating.example)
  if (!general) return null
  const said = listing(general.words.slice(0, 4).map((word) => `“${word}”`))
  return (
    <div class="mt3">
      <Note title={`This reads as how ${own ? 'you are' : 'somebody is'}, more than as one time.`}>
        {said ? `It says ${said}. ` : ''}Name a day, what was said or done, and what came of it: then somebody
        else could check it. You can leave it as it is.
      </Note>
    </div>
  )
}

function Shown(props: {
  person: Person
  own: boolean
  rating: Rating
  evidence: readonly EvidenceItem[]
  competencyId: string
  refusals: readonly Refusal[]
}) {
  const { person, own, rating, evidence, competencyId, refusals } = props
  const add = `${paths.evidenceNew(person.personId)}?competency=${competencyId}`
  return (
    <Choices
      name="evidence"
      many
      label="What shows it?"
      hint={
        evidence.length > 0
          ? 'Items linked to this competency, newest first. Tick what you rest the level on, for or against.'
          : 'Nothing is linked to this competency yet.'
      }
      value={rating.evidenceIds}
      error={errorFor(refusals, 'evidence')}
      choices={evidence.map((item) => ({
        value: item.evidenceId,
        text: <EvidenceName item={item} />,
        hint: `${clip(gistOf(item), 160)}${item.by === 'other' ? ` (by ${item.addedByName})` : ''}`,
      }))}
    >
      <p class="s mt2">
        <a href={add}>Add evidence</a>, and come back here. Save first.
      </p>
      {errorFor(refusals, 'none') && <p class="err">{errorFor(refusals, 'none')}</p>}
      <div class="choices mt2">
        <Tick
          name="none"
          text="No example yet"
          checked={rating.noExample}
          hint={
            own
              ? 'An honest answer. The level then counts as “self only” until somebody else has seen it.'
              : 'An honest answer: you have not seen it yourself.'
          }
        />
      </div>
    </Choices>
  )
}

function HandIn({ rated, of, others }: { rated: number; of: number; others: number }) {
  const togo = of - rated
  return (
    <Section id="hand-in" title="Hand in your pass" fact={<Pips done={rated} of={of} small />}>
      <p class="s ink2 prose">
        You can hand it in when all {of} are rated. “No example yet” counts as rated. After that it is locked,
        and a new opinion is a new assessment.
      </p>
      <div class="mt3">
        <Buttons flush>
          <Button kind={togo === 0 ? 'primary' : 'secondary'} name="go" value="in" disabled={others > 0}>
            {togo > 0 ? `Hand in: ${togo} to go` : 'Hand in your pass'}
          </Button>
        </Buttons>
      </div>
    </Section>
  )
}
