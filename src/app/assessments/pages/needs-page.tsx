import { count } from '../../../kernel/text.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Ref, Section } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import { NEED_PRIORITIES } from '../rules/need.ts'
import type { Need } from '../store/needs.ts'
import { NeedGuide } from './need-form.tsx'
import { NeedTags } from './need-page.tsx'
import { PRIORITY_NAMES } from './need-words.ts'

export type NeedsPageProps = {
  person: Person
  own: boolean
  needs: readonly Need[]
  competencies: readonly Competency[]
  /** Needs that rest on the person's own word alone, or on nothing. */
  selfOnly: ReadonlySet<string>
  /** There are needs for the work and none is about a soft skill. */
  skipsSoft: boolean
  mayMake: boolean
}

/** Every need that the viewer may see, by what comes first. */
export function NeedsPage(props: NeedsPageProps) {
  const { person, own, needs, skipsSoft, selfOnly, mayMake } = props
  const groups = NEED_PRIORITIES.map((priority) => ({
    priority,
    list: needs.filter((need) => need.priority === priority),
  })).filter(({ list }) => list.length > 0)
  return (
    <>
      {skipsSoft && (
        <Note title="None of the needs for the work is about a soft skill.">
          Systems and products are easier to name than listening or staying calm. Look at the soft skills
          among <a href={paths.gaps(person.personId)}>the gaps</a> before you leave them out.
        </Note>
      )}
      {selfOnly.size > 0 && (
        <div class="mt3">
          <Note
            title={
              selfOnly.size === needs.length
                ? 'Every need rests on self-perception alone.'
                : 'Some needs rest on self-perception alone.'
            }
          >
            Ask for <a href={paths.feedback(person.personId)}>feedback</a>, or for{' '}
            <a href={paths.testimony(person.personId)}>an observation or a testimony</a>. Each says so below.
          </Note>
        </div>
      )}
      {groups.length === 0 && (
        <Section id="list" title="Needs">
          <Empty
            title="No need yet"
            belongs="A need names what to develop, and why."
            helps="Make one from a gap or from your SWOT in one click, or write one down yourself."
          />
        </Section>
      )}
      {groups.map(({ priority, list }) => (
        <div key={priority} class="mt6">
          <Section
            id={`priority-${priority}`}
            title={PRIORITY_NAMES[priority]}
            fact={count(list.length, 'need')}
          >
            <Rows items={list.map((need) => rowOf(props, need))} />
          </Section>
        </div>
      ))}
      <Buttons>
        {mayMake && (
          <ButtonLink kind="secondary" href={paths.needNew(person.personId)}>
            {own ? 'Write down a need' : 'Name a need'}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={paths.gaps(person.personId)}>
          See the gaps
        </ButtonLink>
      </Buttons>
      <NeedGuide />
    </>
  )
}

function rowOf({ person, competencies, selfOnly }: NeedsPageProps, need: Need) {
  const competency = competencies.find(({ competencyId }) => competencyId === need.competencyId)
  return {
    title: need.title,
    href: paths.need(person.personId, need.needId),
    meta: (
      <>
        <Ref>{need.ref}</Ref>. {need.why}
        {selfOnly.has(need.needId) && ' Rests on self-perception alone.'}
      </>
    ),
    side: <NeedTags need={need} soft={competency?.soft} />,
  }
}
