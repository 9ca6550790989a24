import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { ComparedSources } from '../research.ts'
import { RELIANCES, type ResearchNote, SOURCE_KINDS } from '../rules/research.ts'
import { CareerBeside, Criteria, type Criterion } from './beside.tsx'
import { NoteForm, type NoteTyped } from './note-form.tsx'
import { SharingTag } from './sharing.tsx'

export type ResearchPageProps = {
  person: Person
  own: boolean
  notes: readonly ResearchNote[]
  compared: readonly ComparedSources[]
  criteria: readonly Criterion[]
  /** The note that is changed; null where a new one is written. */
  changing: ResearchNote | null
  typed: NoteTyped
  sources: { one: string; other: string; words: string }
  refusals: readonly Refusal[]
}

const linked = (address: string) => (/^https?:\/\//.test(address) ? <a href={address}>{address}</a> : address)

/** The sources that a person looked at, what they learnt and how far they rely on each; two of them beside each other. */
export function ResearchPage(props: ResearchPageProps) {
  const { person, own, notes, compared, criteria, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section
        id="notes"
        title={own ? 'What you looked at' : 'What they looked at'}
        fact={count(notes.length, 'source')}
      >
        {notes.length === 0 && (
          <Empty
            title={own ? 'No source yet' : 'No source is shared with you'}
            belongs="Adverts read, people asked, occupation pages, professional bodies, careers services."
            helps="Two that you compared show that you know what the role is really like."
          />
        )}
        {notes.map((note, index) => (
          <div key={note.noteId} class={index > 0 ? 'line-t mt5' : undefined}>
            <NoteShown person={person} own={own} note={note} />
          </div>
        ))}
      </Section>
      {(compared.length > 0 || (own && notes.length > 1)) && (
        <Section id="compared" title="Two beside each other" fact={own && 'In your own words'}>
          {compared.map((one) => (
            <ComparedShown key={one.comparisonId} person={person} own={own} compared={one} />
          ))}
          {own && notes.length > 1 && <CompareForm {...props} />}
          <Criteria person={person} criteria={criteria} />
        </Section>
      )}
      {own && <NoteForm {...props} />}
      {own && (
        <div class="mt5">
          <Guide
            good="Sources of different kinds, each with what you learnt for your own way, who made it, when and what they gain by it."
            mistake="One page of search results, or an advert taken for the whole trade. And copying: what counts is what you take from it."
            example="“The advert asks for rota planning; Lucy, who does the job at Quayside, says it takes an hour a week and the one-to-ones take the rest. I trust Lucy on the days and the advert on what gets you an interview.”"
          />
        </div>
      )}
      <CareerBeside person={person} own={own} here="research" />
    </>
  )
}

function NoteShown({ person, own, note }: { person: Person; own: boolean; note: ResearchNote }) {
  const { noteId, number, kind, title, address, seenOn, learnt, reliance, relianceWhy, sharing } = note
  return (
    <article aria-labelledby={`note-${number}`}>
      <h3 id={`note-${number}`}>
        {number}. {title}
      </h3>
      <p class="s ink2">
        {SOURCE_KINDS[kind].name}
        {address && <>, {linked(address)}</>}, looked at on {plainDay(seenOn)}.{' '}
        <SharingTag sharing={sharing} />
      </p>
      <div class="mt3">
        <SummaryList
          items={[
            { term: own ? 'What you learnt' : 'What they learnt', value: learnt },
            { term: RELIANCES[reliance], value: relianceWhy },
          ]}
        />
      </div>
      {own && (
        <div class="btns mt2 no-print">
          <ButtonLink
            kind="secondary"
            small
            href={paths.careerResearch(person.personId, noteId)}
            about={`source ${number}`}
          >
            Change
          </ButtonLink>
          <PostButton
            kind="quiet"
            small
            action={paths.careerNoteRemoval(person.personId, noteId)}
            about={`source ${number}`}
          >
            Remove
          </PostButton>
        </div>
      )}
    </article>
  )
}

function ComparedShown(props: { person: Person; own: boolean; compared: ComparedSources }) {
  const { person, own, compared } = props
  const { comparisonId, one, other, words, sharing, evidenceId } = compared
  return (
    <article class="mt4" aria-label={`${one.title} and ${other.title}`}>
      <h3>
        {one.number}. {one.title}, and {other.number}. {other.title}
      </h3>
      <p class="prose mt2">{words}</p>
      <p class="acts s mt2">
        <SharingTag sharing={sharing} />
        {evidenceId && (
          <a href={paths.evidenceItem(person.personId, evidenceId)}>
            {own ? 'Kept as evidence' : 'The evidence made of it'}
          </a>
        )}
      </p>
      {own && !evidenceId && (
        <div class="mt2 no-print">
          <PostButton
            kind="secondary"
            small
            action={paths.careerSourcesEvidence(person.personId, comparisonId)}
            about={`of ${one.title} and ${other.title}`}
          >
            Keep as evidence
          </PostButton>
          <p class="hint">
            {sharing === 'assessor'
              ? 'Your assessor can then name it in a decision.'
              : 'It stays yours alone, since your assessor may not read both sources.'}
          </p>
        </div>
      )}
    </article>
  )
}

function CompareForm({ person, notes, sources, refusals }: ResearchPageProps) {
  const options = [
    { value: '', text: 'Choose a source' },
    ...notes.map(({ noteId, number, title }) => ({ value: noteId, text: `${number}. ${title}` })),
  ]
  return (
    <div class="mt4 no-print">
      <Form action={paths.careerSources(person.personId)} keep="career-sources" label="Compare two sources">
        <Select
          name="one"
          label="One source"
          options={options}
          value={sources.one}
          error={errorFor(refusals, 'one')}
        />
        <Select
          name="other"
          label="Another"
          options={options}
          value={sources.other}
          error={errorFor(refusals, 'other')}
        />
        <TextArea
          name="words"
          label="Where do they agree, where do they differ, and which do you trust more?"
          rows={4}
          value={sources.words}
          error={errorFor(refusals, 'words')}
        />
        <Buttons>
          <Button kind="secondary">Save the comparison</Button>
        </Buttons>
      </Form>
    </div>
  )
}
