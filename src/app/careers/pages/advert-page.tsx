import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { listing } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { FieldError, Select, TextField } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Need } from '../../assessments/assessments.ts'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { PersonalTarget } from '../rules/target.ts'
import { CareerBeside } from './beside.tsx'
import { ResponsibilityField } from './responsibility-field.tsx'
import { SharingField, SharingTag } from './sharing.tsx'

/** One competency that an advert may ask for: what is chosen of it, and the advert's words that propose it. */
export type AskRow = { competency: Competency; level: string; essential: boolean; because: readonly string[] }

export type TargetForm = {
  title: string
  responsibility: string
  sector: string
  sharing: string
  revision: number
  rows: readonly AskRow[]
}

type Props = {
  person: Person
  own: boolean
  target: PersonalTarget
  competencies: readonly Competency[]
  /** Needs that name the role to more people than may read this. */
  naming: readonly Pick<Need, 'needId' | 'ref'>[]
  typed: TargetForm
  refusals: readonly Refusal[]
}

/** A role of an advert: what it asks, with the words that say so; its person confirms or changes that. */
export function AdvertPage(props: Props) {
  const { person, own, target, naming, refusals } = props
  const { personId } = person
  const ready = target.asks.length > 0
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {naming.map(({ needId, ref }) => (
        <Note key={needId} kind="warn">
          <a href={paths.need(personId, needId)}>{ref}</a> names this role to people who may not read this
          page. Change its reason, or who reads it.
        </Note>
      ))}
      {ready && <Asked {...props} />}
      {ready && own && (
        <Buttons>
          <ButtonLink href={paths.careerTarget(personId, target.targetId)}>Make it my target</ButtonLink>
          <ButtonLink kind="secondary" href={`${paths.careerRole(personId, target.targetId)}#rating`}>
            Assess yourself against it
          </ButtonLink>
          <ButtonLink kind="secondary" href={paths.careerInterview(personId, target.targetId)}>
            My examples for the interview
          </ButtonLink>
          <ButtonLink kind="secondary" href={paths.careerComparisons(personId, [target.targetId])}>
            Compare it with another way
          </ButtonLink>
        </Buttons>
      )}
      {own &&
        (ready ? (
          <More summary="Change what it asks, or who reads it" open={refusals.length > 0}>
            <Confirm {...props} />
          </More>
        ) : (
          <Confirm {...props} />
        ))}
      <Section id="advert" title="The advert’s words" fact={<SharingTag sharing={target.sharing} />}>
        <p class="s ink2">
          {target.source.title}
          {target.source.address && (
            <>
              , <a href={target.source.address}>{target.source.address}</a>
            </>
          )}
          , read on {plainDay(target.seenOn)}.
        </p>
        {target.advert.split(/\n+/).map((line, index) => (
          <p key={index} class="prose mt2">
            {line}
          </p>
        ))}
        {own && (
          <div class="mt3 no-print">
            <More summary="Take this advert away">
              <p class="prose">
                Its text and what you confirmed go with it. Where you want to go keeps your words.
              </p>
              <PostButton kind="warn" small action={paths.careerAdvertRemoval(personId, target.targetId)}>
                Take the advert away
              </PostButton>
            </More>
          </div>
        )}
      </Section>
      <CareerBeside person={person} own={own} here="adverts" />
    </>
  )
}

const quoted = (words: readonly string[]) => listing(words.slice(0, 4).map((word) => `“${word}”`))

function Asked({ target, competencies }: Props) {
  const titleOf = (id: string) =>
    competencies.find(({ competencyId }) => competencyId === id)?.title ?? 'No longer in force'
  return (
    <Section id="asks" title="What it asks">
      <Table
        caption="What the advert asks"
        hideCaption
        rows={target.asks}
        columns={[
          { head: 'Competency', cell: ({ competencyId }) => titleOf(competencyId) },
          { head: 'Level', cell: ({ level }) => level, numeric: true },
          { head: 'How much', cell: ({ essential }) => (essential ? 'Essential' : 'Helpful') },
          {
            head: 'The advert’s words',
            cell: ({ because }) => (because.length > 0 ? quoted(because) : 'Added by hand'),
          },
        ]}
      />
    </Section>
  )
}

const LEVELS = ['1', '2', '3', '4', '5']

function Confirm({ person, target, typed, refusals }: Props) {
  const proposed = typed.rows.filter(({ because, level }) => because.length > 0 || level !== '')
  const others = typed.rows.filter((row) => !proposed.includes(row))
  const error = errorFor(refusals, 'asks')
  return (
    <Section
      id="confirm"
      title="Confirm what it asks"
      fact={`${proposed.length} found in its words. You decide`}
    >
      <Form
        action={paths.careerAdvert(person.personId, target.targetId)}
        keep={`career-advert-${target.targetId}`}
        hidden={{ revision: typed.revision }}
        wide
      >
        {error && <FieldError>{error}</FieldError>}
        {proposed.length > 0 ? (
          <AskTable rows={proposed} first caption="Competencies found in the advert’s words" />
        ) : (
          <p class="prose">None of its words point at a competency. Choose below what it asks.</p>
        )}
        {others.length > 0 && (
          <More summary={`Add others: ${others.length} competencies`} open={proposed.length === 0}>
            <AskTable rows={others} first={proposed.length === 0} caption="Other competencies" />
          </More>
        )}
        <TextField
          name="title"
          label="What is the job called?"
          width="l"
          value={typed.title}
          error={errorFor(refusals, 'title')}
        />
        <ResponsibilityField value={typed.responsibility} refusals={refusals} />
        <TextField
          name="sector"
          label="Which sector?"
          width="l"
          value={typed.sector}
          error={errorFor(refusals, 'sector')}
        />
        <SharingField value={typed.sharing} refusals={refusals} />
        <Buttons>
          <Button>Save what it asks</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

function AskTable({ rows, first, caption }: { rows: readonly AskRow[]; first?: boolean; caption: string }) {
  return (
    <Table
      caption={caption}
      hideCaption
      rows={rows}
      columns={[
        { head: 'Competency', cell: ({ competency }) => competency.title, width: 35 },
        {
          head: 'The advert’s words',
          cell: ({ because }) => (because.length > 0 ? quoted(because) : <span class="mut">none found</span>),
        },
        {
          head: 'Level asked',
          cell: ({ competency, level }, index) => (
            <Select
              name={`level-${competency.competencyId}`}
              id={first && index === 0 ? 'f-asks' : undefined}
              label={`Level of ${competency.title}`}
              hideLabel
              value={level}
              options={[
                { value: '', text: 'Not asked' },
                ...LEVELS.map((value) => ({ value, text: `Level ${value}` })),
              ]}
            />
          ),
          width: 20,
        },
        {
          head: 'Essential',
          cell: ({ competency, essential }) => (
            <Tick
              name="essential"
              id={`f-essential-${competency.competencyId}`}
              value={competency.competencyId}
              text={
                <>
                  Essential<span class="vh">: {competency.title}</span>
                </>
              }
              checked={essential}
            />
          ),
          width: 15,
        },
      ]}
    />
  )
}
