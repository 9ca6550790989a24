import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, More, Section } from '../../../ui/section.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Decision, Mapped, Match } from '../mapping.ts'
import type { Occupation } from '../store/occupations.ts'
import { Pager } from './pager.tsx'
import { attributionsOf, versionWords } from './words.ts'

const ANSWERS: readonly { value: Decision; text: string }[] = [
  { value: 'open', text: 'Not decided' },
  { value: 'related', text: 'Related' },
  { value: 'not related', text: 'Not related' },
  { value: 'later', text: 'Later' },
]

/** The skills of the classifications beside the organisation's competencies: proposals, and what a person decided. */
export function MappingPage(props: {
  mapped: readonly Mapped[]
  of: number
  here: number
  pages: number
  about: string
  occupation: Occupation | null
  competencies: readonly Competency[]
  refusals: readonly Refusal[]
}): VNode {
  const { mapped, of, here, pages, about, occupation, competencies, refusals } = props
  const at = (page: number) =>
    paths.occupationMapping({ occupation: occupation?.occupationId, about, page: String(page) })
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Guide
        good="You relate what says something about the same behaviour, and say “not related” where only a word is shared. Roles and adverts are then proposed from what you decided."
        mistake="Saying yes to every proposal: a link that nobody thought about makes a role ask for what nobody meant."
        example="“Handle customer complaints” shares the word “complaints” with our complaints competency and means the same: related. “Financial capability” shares “account”, and does not."
      />
      <More summary="How a proposal is found">
        <p>
          The words of a skill’s label and description are compared with those of your competencies: title,
          statement, levels and the words that suggest it. Words that mean the same count as one (“client” and
          “customer”), a word counts more the fewer of your competencies have it, and words that any skill has
          do not count. At most three are proposed for a skill, the strongest first. Under each stand the
          words that speak for it.
        </p>
      </More>
      <Section
        id="skills"
        title={
          occupation ? `What ${occupation.title} asks` : 'Skills, those that most occupations ask for first'
        }
        fact={count(of, 'skill')}
      >
        <Form action={paths.occupationMapping()} method="get" inline label="Find skills">
          {occupation && <Hidden name="occupation" value={occupation.occupationId} />}
          <TextField name="about" label="Words of the skill" value={about} type="search" maxlength={200} />
          <Buttons flush>
            <Button kind="secondary">Find skills</Button>
          </Buttons>
        </Form>
        {mapped.length === 0 ? (
          <NoSkill of={of} pages={pages} about={about} at={at} />
        ) : (
          <div class="mt4">
            <Form action={at(here)} wide label="Decide what is related">
              {mapped.map((one) => (
                <Skill key={one.skill.skillId} mapped={one} competencies={competencies} />
              ))}
              <Buttons>
                <Button>Keep these decisions</Button>
              </Buttons>
            </Form>
          </div>
        )}
        <Pager here={here} of={pages} what="skills" at={at} />
      </Section>
      <Attribution lines={attributionsOf(mapped.map(({ skill }) => skill))} />
    </>
  )
}

function NoSkill(props: { of: number; pages: number; about: string; at: (page: number) => string }) {
  const { of, pages, about, at } = props
  if (of > 0)
    return (
      <Note title="There are no skills on this page.">
        <a href={at(pages)}>Show the last page of them</a>.
      </Note>
    )
  if (about)
    return (
      <Note title="No skill holds all these words.">
        Try one word, or <a href={paths.occupationMapping()}>show all skills</a>.
      </Note>
    )
  return (
    <Empty
      title="No skill is here"
      belongs="Skills of ESCO and elements of O*NET stand here once a pack or a download is loaded."
      helps="Linked to your competencies, they turn an occupation into a role that you can look at."
    />
  )
}

/** The field of one decision, which the route reads again. */
export const decisionField = (skillId: string, competencyId: string) => `match-${skillId}-${competencyId}`
/** The field that says what stood there when the page was shown. */
export const seenField = (skillId: string, competencyId: string) => `seen-${skillId}-${competencyId}`
/** The field that names a competency which nothing proposed. */
export const otherField = (skillId: string) => `other-${skillId}`

function Skill({
  mapped: { skill, matches },
  competencies,
}: {
  mapped: Mapped
  competencies: readonly Competency[]
}) {
  const others = competencies.filter(
    ({ competencyId }) => !matches.some(({ competency }) => competency.competencyId === competencyId),
  )
  const weak = matches.filter((match) => match.weak)
  return (
    <div class="line-t mb4">
      <Columns split="4-8">
        <div>
          <h3 class="b">{skill.uri ? <a href={skill.uri}>{skill.title}</a> : skill.title}</h3>
          <p class="s ink2">
            {versionWords(skill)}. Asked by {count(skill.askedBy, 'occupation')}. {skill.description}
          </p>
        </div>
        <div class="inline">
          {matches
            .filter(({ weak }) => !weak)
            .map((match) => (
              <MatchField key={match.competency.competencyId} skill={skill} match={match} />
            ))}
          {weak.length > 0 && (
            <More
              summary={
                <>
                  {count(weak.length, 'weaker proposal')}
                  <span class="vh"> for {skill.title}</span>
                </>
              }
            >
              {weak.map((match) => (
                <MatchField key={match.competency.competencyId} skill={skill} match={match} />
              ))}
            </More>
          )}
          <Select
            name={otherField(skill.skillId)}
            label={
              <>
                {matches.length > 0 ? 'Another that is related' : 'Nothing is proposed. Related is'}
                <span class="vh"> to {skill.title}</span>
              </>
            }
            value=""
            options={[
              { value: '', text: 'None' },
              ...others.map(({ competencyId, title }) => ({ value: competencyId, text: title })),
            ]}
          />
        </div>
      </Columns>
    </div>
  )
}

function MatchField({ skill, match }: { skill: Mapped['skill']; match: Match }) {
  const { competency, decision, because } = match
  return (
    <>
      <Hidden name={seenField(skill.skillId, competency.competencyId)} value={decision} />
      <Select
        name={decisionField(skill.skillId, competency.competencyId)}
        label={
          <>
            {competency.title} <span class="vh">and {skill.title} </span>
            {decision === 'open' && <Tag kind="dash">proposed</Tag>}
          </>
        }
        hint={
          because.length > 0 ? `Speaks for it: ${because.map((word) => `“${word}”`).join(', ')}` : undefined
        }
        value={decision}
        options={[...ANSWERS]}
      />
    </>
  )
}
