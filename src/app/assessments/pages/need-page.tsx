import { plainDay } from '../../../kernel/day.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Ref, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import { Thread } from '../../../ui/thread.tsx'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Need } from '../store.ts'
import { EvidenceName, gistOf } from './evidence-words.tsx'
import { NeedGuide } from './need-form.tsx'

/** "Professional" or "Personal", and whether anybody else sees it. */
function NeedTags({ need }: { need: Need }) {
  return (
    <>
      <Tag>{need.kind === 'professional' ? 'Professional' : 'Personal'}</Tag> {need.private && <OnlyYou />}
    </>
  )
}

/** One need: why, on what it rests, and the objective that closes it. */
export function NeedPage(props: {
  person: Person
  own: boolean
  need: Need
  competency: Competency | null
  evidence: readonly EvidenceItem[]
  madeByName: string
}) {
  const { person, own, need, competency, evidence, madeByName } = props
  const newObjective = paths.objectiveNew(person.personId, need.needId)
  return (
    <>
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
          { stage: 'Objective', state: 'todo', text: 'in the plan', href: paths.plan(person.personId) },
          { stage: 'Actions', state: 'todo', text: 'not yet' },
          { stage: 'Review and reflection', state: 'todo', text: 'not yet' },
          { stage: 'Impact on practice', state: 'todo', text: 'not yet' },
          { stage: 'Award', state: 'todo', text: 'not yet' },
        ]}
      />
      <Section id="what" title="The need" fact={<NeedTags need={need} />}>
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
            { term: 'Named', value: `${plainDay(need.madeOn)}, by ${madeByName}` },
          ]}
        />
        {own && (
          <Buttons>
            <ButtonLink href={newObjective}>Make an objective</ButtonLink>
            <ButtonLink kind="secondary" href={paths.plan(person.personId)}>
              See the plan
            </ButtonLink>
          </Buttons>
        )}
      </Section>
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

/** Every need that the viewer may see. */
export function NeedsPage(props: { person: Person; own: boolean; needs: readonly Need[]; mayMake: boolean }) {
  const { person, own, needs, mayMake } = props
  return (
    <>
      <Section id="list" title="Needs" fact="Professional needs come from gaps">
        {needs.length > 0 ? (
          <Rows
            items={needs.map((need) => ({
              title: need.title,
              href: paths.need(person.personId, need.needId),
              meta: (
                <>
                  <Ref>{need.ref}</Ref>. {need.why}
                </>
              ),
              side: <NeedTags need={need} />,
            }))}
          />
        ) : (
          <Empty
            title="No need yet"
            belongs="A need names what to develop, and why."
            helps="Make one from a gap in one click, or write one down yourself."
          />
        )}
        {mayMake && (
          <Buttons>
            <ButtonLink kind="secondary" href={paths.needNew(person.personId)}>
              {own ? 'Write down a need' : 'Name a need'}
            </ButtonLink>
            <ButtonLink kind="secondary" href={paths.gaps(person.personId)}>
              See the gaps
            </ButtonLink>
          </Buttons>
        )}
      </Section>
      <NeedGuide />
    </>
  )
}
