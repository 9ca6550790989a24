import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, type TypedDate } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Round } from '../feedback.ts'
import type { TypedRound } from '../posted.ts'
import { WhatIsAsked, WhoWasAsked } from './asked.tsx'
import { Adjustments, Launch } from './launch-panel.tsx'
import { Limits } from './limits.tsx'
import { type Clash, RatersFields } from './raters-fields.tsx'

export type AskableCompetency = { competencyId: string; title: string; level: number; soft: boolean }

/** What the visitor may do with the round as it stands. */
export type Part = 'plan' | 'adjust' | 'read'

export type PlanProps = {
  person: Person
  own: boolean
  /** Null before it was first saved. */
  round: Round | null
  /** What conflicts and drafts go by. */
  version: number | null
  typed: TypedRound
  competencies: readonly AskableCompetency[]
  people: readonly Person[]
  /** Whether mail can be sent: where not, people outside answer by name. */
  mail: boolean
  clashes: readonly Clash[]
  part: Part
  mayLaunch: boolean
  closes: TypedDate | Day
  reason: string
  refusals: readonly Refusal[]
}

/** A round before it opens: what is asked, whom, and what the leader changed; then the button that opens it. */
export function PlanPage(props: PlanProps) {
  const { own, person, round, part, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="8-4">
        <div>
          {part === 'read' ? round && <AsPlanned {...props} round={round} /> : <PlanForm {...props} />}
        </div>
        <div>
          {round?.state === 'nominated' && <Launch {...props} round={round} />}
          {round && round.adjustments.length > 0 && <Adjustments round={round} />}
          <Limits own={own} name={person.name} />
          {round && part !== 'read' && (
            <Section id="discard" title="Not now">
              <PostButton
                action={paths.feedbackRound(person.personId, round.roundId)}
                hidden={{ act: 'discard' }}
                kind="quiet"
                small
              >
                Throw this plan away
              </PostButton>
            </Section>
          )}
        </div>
      </Columns>
      <div class="mt5">
        <Guide
          good="Three or more in a group, better five, who have seen the work in the last months; and a sentence that says what the answers are for."
          mistake="Two people and “anonymous”: each of them can work out what the other said."
          example="“I want to get better at keeping customers told.” Five peers, four customers, six competencies, open for two weeks."
        />
      </div>
    </>
  )
}

function PlanForm(props: PlanProps) {
  const { person, own, round, version, typed, competencies, part, reason, refusals } = props
  const adjusting = part === 'adjust'
  const action = round
    ? adjusting
      ? paths.feedbackRaters(person.personId, round.roundId)
      : paths.feedbackRound(person.personId, round.roundId)
    : paths.feedback(person.personId)
  return (
    <Form action={action} keep="round" hidden={version === null ? {} : { version }} wide>
      {adjusting ? (
        <p class="prose">
          {person.name} asks: “{typed.purpose}” Add or take out people where you know better who has seen the
          work. {person.name} sees what you changed and why.
        </p>
      ) : (
        <>
          <TextArea
            name="purpose"
            label="What is it for?"
            hint="Everybody who is asked reads this. One or two sentences: what you want to get better at."
            error={errorFor(refusals, 'purpose')}
            value={typed.purpose}
          />
          <Choices
            name="competencies"
            many
            columns
            label="What do you ask about?"
            hint="5 to 12. Each is one question with the five levels of the framework. Two open questions follow by themselves: keep doing, do differently."
            error={errorFor(refusals, 'competencies')}
            value={typed.competencyIds}
            choices={competencies.map(({ competencyId, title, level, soft }) => ({
              value: competencyId,
              text: title,
              hint: `Role needs ${level}${soft ? ', soft skill' : ''}`,
            }))}
          />
        </>
      )}
      <p class="s ink2">
        {own ? 'You answer' : `${person.name} answers`} the same questions
        {person.leader
          ? `, and so does ${person.leader}: both by name.`
          : ' by name. Nobody leads, so there is no leader’s answer.'}
      </p>
      {own || adjusting ? (
        <RatersFields {...props} />
      ) : (
        <p class="s ink2">{person.name} says whom else to ask. You look at it before it opens.</p>
      )}
      {adjusting && (
        <TextArea
          name="reason"
          label="Why do you change it?"
          hint={`${person.name} reads this.`}
          error={errorFor(refusals, 'reason')}
          value={reason}
        />
      )}
      <Saving {...props} />
    </Form>
  )
}

function Saving({ person, own, part, round }: PlanProps) {
  if (part === 'adjust')
    return (
      <Buttons>
        <Button kind="secondary" name="act" value="save">
          Save the changed list
        </Button>
      </Buttons>
    )
  if (!own)
    return (
      <Buttons>
        <Button name="act" value="save">
          Save, and let {person.name} say whom to ask
        </Button>
      </Buttons>
    )
  return (
    <Buttons>
      <Button name="act" value="send">
        {person.leader ? `Save and hand to ${person.leader}` : 'Save and go on to launching'}
      </Button>
      <Button kind="secondary" name="act" value="save">
        {round ? 'Save the plan' : 'Save it as a plan'}
      </Button>
    </Buttons>
  )
}

function AsPlanned({ person, own, round, competencies }: PlanProps & { round: Round }) {
  const asked = competencies.filter(({ competencyId }) => round.competencyIds.includes(competencyId))
  return (
    <>
      {person.leader && own && (
        <Note title={`${person.leader} has it now.`}>
          They may add or take out people, with a reason that you see here, and then launch it. Nobody has
          been asked anything yet. <a href="?change=yes">Change your plan</a>
        </Note>
      )}
      <div class="mt5">
        <Section id="who" title="Who is to be asked">
          <WhoWasAsked round={round} />
        </Section>
      </div>
      <div class="mt5">
        <WhatIsAsked questions={asked} />
      </div>
    </>
  )
}
