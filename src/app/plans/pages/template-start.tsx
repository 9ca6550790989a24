import { addDays, type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { type TemplateItem, withDates } from '../rules/templates.ts'
import { type Fitting, isWaiting } from '../templates.ts'

/** The templates that a person can start from, with the dates they would get today. */
export function StartPage(props: {
  fitting: readonly Fitting[]
  competencies: ReadonlyMap<string, string>
  personId: string
  today: Day
  refusals: readonly Refusal[]
}) {
  const { fitting, competencies, personId, today, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {fitting.length === 0 && (
        <Empty
          title="No template fits your role yet"
          belongs="Leaders and administrators write templates for a role, or for people who begin together."
          helps="You can always start from a gap: the need and its evidence come with it."
        />
      )}
      {fitting.map((one) => {
        const { template, offer } = one
        const at = `${paths.templatesFor(personId)}/${template.templateId}`
        return (
          <Section
            key={template.templateId}
            id={`t-${template.templateId}`}
            title={template.name}
            fact={[template.cohort, count(template.items.length, 'objective')].filter(Boolean).join(', ')}
          >
            {isWaiting(one) && (
              <p>
                {offer?.offeredByName} offers it to you
                {offer?.offeredOn ? `, ${plainDay(offer.offeredOn)}` : ''}.
              </p>
            )}
            {offer?.takenOn && (
              <p class="s ink2">You started from it on {plainDay(offer.takenOn)}. Again means new drafts.</p>
            )}
            <Rows
              items={template.items.map((item) => ({
                title: withDates(item.text, today),
                meta: metaOf(item, competencies, today),
              }))}
            />
            <Buttons>
              <PostButton action={`${at}/start`} kind="secondary" about={`: ${template.name}`}>
                Start from this template
              </PostButton>
              {isWaiting(one) && (
                <PostButton action={`${at}/refusal`} kind="quiet" about={`to ${template.name}`}>
                  No, thank you
                </PostButton>
              )}
            </Buttons>
          </Section>
        )
      })}
    </>
  )
}

function metaOf(item: TemplateItem, competencies: ReadonlyMap<string, string>, today: Day): string {
  return [
    `Due ${plainDay(addDays(today, 7 * item.weeks))}`,
    ...(item.actions.length > 0 ? [count(item.actions.length, 'action')] : []),
    ...(item.competencyId ? [competencies.get(item.competencyId) ?? ''] : []),
  ]
    .filter(Boolean)
    .join(', ')
}
