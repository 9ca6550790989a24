import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { SHARINGS } from '../../../kernel/sharing.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import { Thread } from '../../../ui/thread.tsx'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { NeedObjective } from '../need-objectives.ts'
import type { NeedHint } from '../rules/need-hints.ts'
import type { Need } from '../store/needs.ts'
import { EvidenceName, gistOf } from './evidence-words.tsx'
import { NeedHints } from './need-form.tsx'
import { KIND_NAMES, ORIGIN_NAMES, PRIORITY_NAMES, SHARING_NAMES } from './need-words.ts'

/** Its kind, whether it is a soft skill, and who else reads it. */
export function NeedTags({ need, soft }: { need: Need; soft?: boolean }) {
  return (
    <span>
      <Tag>{KIND_NAMES[need.kind]}</Tag> {soft && <Tag kind="dash">Soft skill</Tag>}{' '}
      {need.private ? (
        <OnlyYou />
      ) : (
        need.kind !== 'professional' && <Tag>{SHARING_NAMES[need.sharing].tag}</Tag>
      )}
    </span>
  )
}

export type NeedPageProps = {
  person: Person
  own: boolean
  need: Need
  competency: Competency | null
  evidence: readonly EvidenceItem[]
  madeByName: string
  /** What closes it, newest first. */
  objectives: readonly NeedObjective[]
  hints: readonly NeedHint[]
  mayChange: boolean
  refusals: readonly Refusal[]
}

/** One need: why, on what it rests, and the objective that closes it. */
export function NeedPage(props: NeedPageProps) {
  const { person, own, need, competency, evidence, madeByName, hints, mayChange } = props
  return (
    <>
      <NeedThread {...props} />
      <NeedHints hints={hints} />
      <Section id="what" title="The need" fact={<NeedTags need={need} soft={competency?.soft} />}>
        <SummaryList
          items={[
            { term: 'Why', value: need.why },
            ...(competency
              ? [
                  {
                    term: 'Competency',
                    value: <a href={paths.competency(competency.competencyId)}>{competency.title}</a>,
                  },
                ]
              : []),
            { term: 'What comes first', value: PRIORITY_NAMES[need.priority] },
            { term: 'Came from', value: ORIGIN_NAMES[need.from] },
            { term: 'Named', value: `${plainDay(need.madeOn)}, by ${madeByName}` },
          ]}
        />
        <Onward {...props} />
        {mayChange && (
          <p class="s mt3">
            <a href={paths.needChange(person.personId, need.needId)}>Change this need</a>
          </p>
        )}
      </Section>
      {own && need.kind !== 'professional' && <SharingForm {...props} />}
      <Section id="evidence" title="What it rests on" fact={`${evidence.length} cited`}>
        {evidence.length > 0 ? (
          <Rows
            items={evidence.map((item) => ({
              title: <EvidenceName item={item} />,
              href: paths.evidenceItem(person.personId, item.evidenceId),
              meta: gistOf(item),
            }))}
          />
        ) : (
          <Empty
            title="No evidence cited"
            belongs="What shows the need belongs here: a figure, an observation, a customer’s words."
            helps={
              need.kind === 'personal'
                ? 'A personal need can do without.'
                : 'Without it the need rests on self-perception alone.'
            }
          />
        )}
      </Section>
    </>
  )
}

const CLOSED = {
  met: 'met',
  'not met': 'closed, not met',
  'no longer needed': 'closed, no longer needed',
} as const

const stateOf = ({ closedAs, agreed }: NeedObjective) =>
  closedAs ? CLOSED[closedAs] : agreed ? 'agreed' : 'being written'

/** The objectives that close it; a new one is offered only where none is open and none has met it. */
function Onward({ person, own, need, objectives }: NeedPageProps) {
  const settled = objectives.some(({ closedAs }) => closedAs === null || closedAs === 'met')
  const [first] = objectives
  return (
    <>
      {objectives.length > 0 && (
        <div class="mt3">
          <Rows
            items={objectives.map((one) => ({
              title: `${one.ref}: ${one.title}`,
              href: paths.objective(person.personId, one.objectiveId),
              meta: `Closes this need: ${stateOf(one)}.`,
            }))}
          />
        </div>
      )}
      {own && (
        <Buttons>
          {settled && first ? (
            <ButtonLink href={paths.objective(person.personId, first.objectiveId)}>
              Open {first.ref}
            </ButtonLink>
          ) : (
            <ButtonLink href={paths.objectiveNew(person.personId, need.needId)}>
              {objectives.length > 0 ? 'Make another objective' : 'Make an objective'}
            </ButtonLink>
          )}
          <ButtonLink kind="secondary" href={paths.plan(person.personId)}>
            See the plan
          </ButtonLink>
        </Buttons>
      )}
    </>
  )
}

function NeedThread({ person, need, evidence, objectives }: NeedPageProps) {
  const [first] = objectives
  const met = objectives.some(({ closedAs }) => closedAs === 'met')
  return (
    <Thread
      label={`The thread of ${need.ref}`}
      knots={[
        {
          stage: 'Evidence',
          state: evidence.length > 0 ? 'done' : 'gap',
          text: evidence.length > 0 ? `${evidence.length} cited` : 'none cited',
          href: '#evidence',
        },
        { stage: 'Need', state: 'now', text: need.ref, href: paths.need(person.personId, need.needId) },
        first
          ? {
              stage: 'Objective',
              state: first.agreed || first.closedAs ? 'done' : 'todo',
              text: `${first.ref}, ${stateOf(first)}`,
              href: paths.objective(person.personId, first.objectiveId),
            }
          : { stage: 'Objective', state: 'todo', text: 'none yet', href: paths.plan(person.personId) },
        { stage: 'Actions', state: met ? 'done' : 'todo', text: met ? 'done' : 'not yet' },
        { stage: 'Review and reflection', state: 'todo', text: 'not yet' },
        { stage: 'Impact on practice', state: 'todo', text: 'not yet' },
        { stage: 'Award', state: 'todo', text: 'not yet' },
      ]}
    />
  )
}

/** Who may read a personal need: the person alone decides, and can take it back. */
function SharingForm({ person, need, refusals }: NeedPageProps) {
  return (
    <Section id="sharing" title="Who may read it" fact={SHARING_NAMES[need.sharing].tag}>
      <More summary="Change who may read it" open={errorFor(refusals, 'sharing') !== null}>
        <Form
          action={paths.needSharing(person.personId, need.needId)}
          hidden={{ version: need.version }}
          label="Who may read this need"
        >
          <Choices
            name="sharing"
            label="Who may read it?"
            hint="You can take it back later. What somebody has read, they have read."
            value={need.sharing}
            error={errorFor(refusals, 'sharing')}
            choices={SHARINGS.map((one) => ({
              value: one,
              text: SHARING_NAMES[one].choice,
              hint: SHARING_NAMES[one].hint,
            }))}
          />
          <Buttons>
            <Button kind="secondary">Save who may read it</Button>
          </Buttons>
        </Form>
      </More>
    </Section>
  )
}
