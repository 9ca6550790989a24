import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { FieldError, Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { More } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { TriedOn } from '../trying.ts'

/** The field of the form that holds what somebody says of one competency. */
export const ownLevelField = (competencyId: Id): string => `own-${competencyId}`

/** Where somebody says how far they are in each thing that an advert asks. */
export function OwnLevels(props: { tried: TriedOn; personId: Id; refusals: readonly Refusal[] }) {
  const { tried, personId, refusals } = props
  const { role, gaps, said } = tried
  const rows = role.requirements.flatMap(({ competencyId }) => gaps.get(competencyId) ?? [])
  const error = errorFor(refusals, 'own')
  return (
    <Form
      action={paths.careerOwnLevels(personId, role.roleId)}
      keep={`career-own-levels-${role.roleId}`}
      wide
    >
      <p class="prose">
        Choose what is closest to what you do now, not on your best day. It is your own word, for this role
        alone: where a level is agreed, that one counts. Whoever reads the advert reads it too.
      </p>
      {error && <FieldError>{error}</FieldError>}
      <Table
        caption="Where you say you stand"
        hideCaption
        rows={rows}
        columns={[
          {
            head: 'Competency',
            width: 50,
            cell: ({ competency }) => (
              <>
                {competency.title}
                <More summary="What the levels mean">
                  <dl class="cites">
                    {competency.levels.map(({ level, label, anchor }) => (
                      <div key={level}>
                        <dt>
                          {level}, {label}
                        </dt>
                        <dd>{anchor}</dd>
                      </div>
                    ))}
                  </dl>
                </More>
              </>
            ),
          },
          { head: 'Agreed', numeric: true, cell: ({ agreed }) => agreed ?? '–' },
          {
            head: 'You say',
            width: 35,
            cell: ({ competency }, index) => {
              const before = said.get(competency.competencyId)
              return (
                <>
                  <Select
                    name={ownLevelField(competency.competencyId)}
                    id={index === 0 ? 'f-own' : undefined}
                    label={`Where you stand in ${competency.title}`}
                    hideLabel
                    value={before ? String(before.level) : ''}
                    options={[
                      { value: '', text: 'Not said' },
                      ...competency.levels.map(({ level, label }) => ({
                        value: String(level),
                        text: `${level}, ${label}`,
                      })),
                    ]}
                  />
                  {before && <span class="s mut sub">Said on {plainDay(before.on)}</span>}
                </>
              )
            },
          },
        ]}
      />
      <Buttons>
        <Button kind="secondary">Save and see what is short</Button>
      </Buttons>
    </Form>
  )
}
