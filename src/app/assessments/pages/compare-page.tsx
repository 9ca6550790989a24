import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { LevelKey, LevelStrip } from '../../../ui/charts/level-strip.tsx'
import { Choices, Tick } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Case } from '../../../ui/lists.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { SeenPass, SeenRound } from '../passes.ts'
import type { RatedLevel, Rating } from '../rules/rating.ts'
import { Cited } from './evidence-words.tsx'

/** What is written down of one competency in the conversation: typed, saved, or locked. */
export type Draft = { level: RatedLevel | null; note: string }

export type ComparePageProps = {
  person: Person
  own: boolean
  round: SeenRound
  /** Any pass of the round: where the form goes. */
  pass: SeenPass
  evidence: readonly EvidenceItem[]
  drafts: ReadonlyMap<Id, Draft>
  together: boolean
  /** Whether the viewer is the leader who may write down what is agreed. */
  mayAgree: boolean
  refusals: readonly Refusal[]
}

/** Both passes side by side, and the third record: what both agree. */
export function ComparePage(props: ComparePageProps) {
  const { person, own, round, pass, mayAgree, refusals } = props
  const agreed = round.agreed?.inOn ? round.agreed : null
  const editing = mayAgree && round.open && !agreed && round.newest
  const leader = round.leader?.byName ?? 'the leader'
  const list = round.asked.map((each) => (
    <Compared key={each.competency.competencyId} {...props} each={each} editing={editing} />
  ))
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {agreed?.inOn && (
        <Note kind="done" title={`Agreed on ${plainDay(agreed.inOn)}.`}>
          Written down by {agreed.byName} in conversation with {own ? 'you' : person.name}. It is locked: a
          change is a new round.
        </Note>
      )}
      {!agreed && !editing && (
        <Note title="Both passes are in.">
          {own
            ? `Now talk them through with ${leader}, who writes down the level you agree.`
            : 'The level agreed is not written down yet.'}
        </Note>
      )}
      <section class="mt5" aria-labelledby="key">
        <h2 id="key" class="vh">
          Key to the marks
        </h2>
        <LevelKey bands={false} />
      </section>
      <Section id="both" title="Both passes, side by side" fact="Neither is changed or averaged">
        {editing ? (
          <Form
            action={paths.agreement(person.personId, pass.assessmentId)}
            wide
            keep={`agreement-${person.personId}-${round.round}`}
          >
            {list}
            <Tick
              name="together"
              checked={props.together}
              text={`${person.name} and I agreed these levels together`}
              hint="In a conversation, not afterwards. What you left open stays “not yet agreed”."
            />
            {errorFor(refusals, 'together') && <p class="err">{errorFor(refusals, 'together')}</p>}
            <Buttons flush>
              <Button name="go" value="finish">
                Record the levels agreed with {person.name}
              </Button>
              <Button kind="secondary" name="go" value="save">
                Save and go on later
              </Button>
            </Buttons>
          </Form>
        ) : (
          list
        )}
      </Section>
      <div class="mt5">
        <Guide
          good="You start where the two differ, hear the example behind each level, and agree on what was seen."
          mistake="Splitting the difference. A level between two opinions is nobody’s view of the work."
          example="Amara says 4 and cites a compliment; Ben says 3 and cites the calls that came back. They listen to one call together, and agree 3 with the note “keeps promises, not yet to the end”."
        />
      </div>
      {!editing && (
        <p class="mt4">
          <a href={paths.gaps(person.personId)}>See the gaps</a>
        </p>
      )}
    </>
  )
}

function Compared(props: ComparePageProps & { each: SeenRound['asked'][number]; editing: boolean }) {
  const { person, own, round, evidence, drafts, refusals, each, editing } = props
  const { competency, requirement } = each
  const id = competency.competencyId
  const find = (ratings: readonly Rating[] | undefined) => ratings?.find((one) => one.competencyId === id)
  const [self, leader] = [find(round.self?.ratings), find(round.leader?.ratings)]
  const draft = drafts.get(id)
  const locked = round.agreed?.inOn ? (draft?.level ?? null) : null
  const said = (rating: Rating | undefined, pass: SeenPass | null) => (
    <>
      {editing && pass?.reworded.has(id) && rating?.level && <b class="b">Said of an earlier wording: </b>}
      <Said rating={rating} evidence={evidence} personId={person.personId} />
    </>
  )
  const apart = Math.abs((self?.level ?? 0) - (leader?.level ?? 0))
  return (
    <article class="gap" aria-labelledby={`c-${competency.code}`}>
      <div class="gap-h">
        <h3 id={`c-${competency.code}`}>{competency.title}</h3>
        <span class="s ink2">
          {apart === 0 ? 'both say the same' : `${apart} ${apart === 1 ? 'level' : 'levels'} apart`}
        </span>
      </div>
      <div class="gap-b">
        <LevelStrip
          id={`strip-${competency.code}`}
          title={competency.title}
          required={requirement.level}
          agreed={locked}
          sources={[
            { source: 'self', value: self?.level ?? null },
            { source: 'leader', value: leader?.level ?? null },
          ]}
        />
        <div>
          <Case
            lines={[
              { term: own ? 'You' : person.name, text: said(self, round.self) },
              { term: round.leader?.byName ?? 'Leader', text: said(leader, round.leader) },
              ...(round.agreed?.inOn
                ? [
                    {
                      term: 'Agreed',
                      text: `${locked ?? 'Not yet agreed'}${draft?.note ? `. ${draft.note}` : ''}`,
                    },
                  ]
                : []),
            ]}
          />
          {editing && (
            <div class="mt3">
              <Choices
                name={`level-${id}`}
                label={`Level agreed: ${competency.title}`}
                row
                value={draft?.level == null ? '' : String(draft.level)}
                error={errorFor(refusals, `level-${id}`)}
                choices={[
                  ...competency.levels.map(({ level }) => ({ value: String(level), text: String(level) })),
                  { value: '', text: 'Not yet agreed' },
                ]}
              />
              <TextField
                name={`note-${id}`}
                label={`What you said: ${competency.title}`}
                value={draft?.note}
                error={errorFor(refusals, `note-${id}`)}
              />
            </div>
          )}
        </div>
      </div>
    </article>
  )
}

function Said(props: { rating: Rating | undefined; evidence: readonly EvidenceItem[]; personId: Id }) {
  const { rating, evidence, personId } = props
  if (!rating || rating.level === null) return <>Not rated.</>
  const cited = evidence.filter(({ evidenceId }) => rating.evidenceIds.includes(evidenceId))
  const { when, who, task, did, followed } = rating.example
  return (
    <>
      <b class="b">{rating.level}.</b> {rating.noExample && 'No example yet. '}
      {did && `${[when, who].filter(Boolean).join(', ')}: ${task ? `${task} ` : ''}${did} ${followed} `}
      {rating.changed && `Since the last time: ${rating.changed} `}
      {cited.length > 0 && (
        <>
          Cites <Cited items={cited} personId={personId} />.
        </>
      )}
    </>
  )
}
