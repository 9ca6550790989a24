import type { VNode } from 'preact'
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { LinkCase } from '../judging.ts'
import { VERDICTS } from '../rules/judgement.ts'
import type { Stored } from '../store/items.ts'
import { FilesList } from './files-list.tsx'
import { SaidList } from './said.tsx'
import { LetterCase } from './vacsr.tsx'

const VERDICT_WORDS = { shown: 'Shown', 'not yet': 'Not yet' }

/** One link whole: what the item says, the five letters, and where an assessor or a leader judges them. */
export function JudgePage(props: {
  item: Stored
  each: LinkCase
  mayJudge: boolean
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
  today: Day
}): VNode {
  const { item, each, mayJudge, refusals, values, today } = props
  const action = paths.evidenceCase(item.personId, item.evidenceId, each.link.linkId)
  const letters = each.letters.map((reading) => (
    <div key={reading.letter}>
      <LetterCase reading={reading} judgements={each.judgements} item={item} today={today} level={3} />
      {mayJudge && (
        <div class="mb5">
          <Choices
            name={`verdict-${reading.letter}`}
            label={`Your judgement: ${reading.name.toLowerCase()}`}
            row
            error={errorFor(refusals, `verdict-${reading.letter}`)}
            value={values[`verdict-${reading.letter}`] ?? ''}
            choices={[
              ...VERDICTS.map((verdict) => ({ value: verdict, text: VERDICT_WORDS[verdict] })),
              { value: '', text: 'I do not judge this now' },
            ]}
          />
          <TextArea
            name={`words-${reading.letter}`}
            label="What you looked at, and what you found"
            rows={2}
            error={errorFor(refusals, `words-${reading.letter}`)}
            value={values[`words-${reading.letter}`]}
          />
        </div>
      )}
    </div>
  ))
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="4-8">
        <div>
          <Section
            id="said"
            title={item.ref}
            fact={<a href={paths.evidenceItem(item.personId, item.evidenceId)}>Open it</a>}
          >
            <SaidList item={item} today={today} />
          </Section>
          <FilesList item={item} readerId="" mayAdd={false} today={today} />
          <Guide
            good="Words about what you looked at: “Heard the call of 3 November; she asked the caller to say it back.” Whoever checks your judgement can look at the same."
            mistake="Taking what the machine can see for the judgement. A date and a declaration do not make it true, and three items can all be of one good day."
            example="Sufficient, not yet: “Three compliments, all from the same week. I would like one hard call from this month.”"
          />
        </div>
        <Section id="letters" title="Letter by letter" fact="No score, and never changed afterwards">
          {mayJudge ? (
            <Form action={action} keep="judge">
              {letters}
              <Buttons>
                <Button>Keep this judgement</Button>
                <ButtonLink kind="quiet" href={paths.evidenceItem(item.personId, item.evidenceId)}>
                  Back without judging
                </ButtonLink>
              </Buttons>
            </Form>
          ) : (
            letters
          )}
        </Section>
      </Columns>
    </>
  )
}
