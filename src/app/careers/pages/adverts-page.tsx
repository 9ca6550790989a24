import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { DateFields, type TypedDate } from '../../../ui/choices.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { PersonalTarget } from '../rules/target.ts'
import { CareerBeside } from './beside.tsx'
import { ResponsibilityField } from './responsibility-field.tsx'
import { SharingTag } from './sharing.tsx'

export type AdvertTyped = {
  title: string
  source: string
  address: string
  seen: TypedDate | string | null
  sector: string
  responsibility: string
  advert: string
}

/** The job adverts that a person keeps, each a role they may aim for; and where one is pasted. */
export function AdvertsPage(props: {
  person: Person
  own: boolean
  targets: readonly PersonalTarget[]
  typed: AdvertTyped
  refusals: readonly Refusal[]
}) {
  const { person, own, targets, typed, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="kept" title="Adverts kept" fact={count(targets.length, 'advert')}>
        {targets.length === 0 && (
          <Empty
            title={own ? 'No advert yet' : 'No advert is shared with you'}
            belongs="A job elsewhere that is worth measuring yourself against."
            helps="It becomes a role to try on: what it asks, what is there already, what is missing."
          />
        )}
        <Rows
          items={targets.map(({ targetId, title, source, seenOn, asks, sharing }) => ({
            title,
            href: paths.careerAdvert(person.personId, targetId),
            meta: `${source.title}, read ${plainDay(seenOn)}. ${asks.length === 0 ? 'What it asks is not confirmed yet' : `Asks for ${count(asks.length, 'competency', 'competencies')}`}.`,
            side: <SharingTag sharing={sharing} />,
          }))}
        />
      </Section>
      {own && (
        <Section id="paste" title="Paste a job advert" fact="Only you read it until you share it">
          <Form action={paths.careerAdverts(person.personId)} keep="career-advert">
            <TextField
              name="title"
              label="What is the job called?"
              value={typed.title}
              error={errorFor(refusals, 'title')}
            />
            <TextArea
              name="advert"
              label="The text of the advert"
              hint="What you would do there, and what they ask for. The next page proposes what it asks; you decide."
              rows={10}
              value={typed.advert}
              error={errorFor(refusals, 'advert')}
            />
            <TextField
              name="source"
              label="Who placed it, or where did you see it?"
              hint="It can stay empty: then it is “Pasted text”."
              value={typed.source}
              error={errorFor(refusals, 'source')}
            />
            <TextField
              name="address"
              label="Its web address"
              hint="It can stay empty. Adverts go: the text above stays."
              type="url"
              value={typed.address}
              error={errorFor(refusals, 'address')}
            />
            <DateFields
              name="seen"
              label="When did you read it?"
              hint="Today, where left empty."
              value={typed.seen}
              error={errorFor(refusals, 'seen')}
            />
            <TextField
              name="sector"
              label="Which sector?"
              hint="Such as retail, hospitality, energy. It can stay empty."
              width="l"
              value={typed.sector}
              error={errorFor(refusals, 'sector')}
            />
            <ResponsibilityField value={typed.responsibility} refusals={refusals} />
            <Buttons>
              <Button>Read what it asks</Button>
            </Buttons>
          </Form>
        </Section>
      )}
      {own && (
        <div class="mt5">
          <Guide
            good="An advert read slowly: what would I do all day, what would I answer for, which two or three things do they really need?"
            mistake="Reading the title and the pay alone, or taking every wish in it for a must."
            example="“You will coach a team of eight and plan their rota”: coaching, level 4, essential. “Knowledge of our booking system is a plus”: product knowledge, level 2, helpful."
          />
        </div>
      )}
      <CareerBeside person={person} own={own} here="adverts" />
    </>
  )
}
