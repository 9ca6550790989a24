import type { Refusal } from '../../../kernel/outcome.ts'
import { errorFor } from '../../../ui/error-summary.tsx'
import { FieldError, fieldId, Select } from '../../../ui/field.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import type { RoleProfile } from '../rules/profile.ts'
import { USUAL_WEIGHT } from '../rules/requirements.ts'

const NEEDED = [
  { value: 'essential', text: 'essential' },
  { value: 'helpful', text: 'helpful' },
]

const WEIGHTS = [1, 2, 3, 4, 5].map((weight) => ({ value: String(weight), text: String(weight) }))

/** A level for each competency, whether it is essential or helpful, and its weight; beside what the version in force asks. */
export function LevelFields(props: {
  title: string
  /** The version in force; null for a role that is new. */
  role: RoleProfile | null
  next: string
  competencies: readonly Competency[]
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { title, role, next, competencies, values, refusals } = props
  const asked = new Map(role?.requirements.map((each) => [each.competencyId, each]))
  const weightOf = ({ competencyId }: Competency) => asked.get(competencyId)?.weight ?? 0
  const general = errorFor(refusals, 'levels')
  const now: Column<Competency>[] = role
    ? [
        {
          head: `Version ${role.version}`,
          width: 20,
          cell: ({ competencyId }) => {
            const was = asked.get(competencyId)
            return was ? `${was.level}, ${was.essential ? 'essential' : 'helpful'}` : 'not asked'
          },
        },
      ]
    : []
  return (
    <>
      {general && (
        <div class="field is-err" id={fieldId('levels')}>
          <FieldError>{general}</FieldError>
        </div>
      )}
      <Table
        caption={`What ${title || 'the role'} is to ask of each competency`}
        hideCaption
        middle
        rows={competencies.toSorted((a, b) => weightOf(b) - weightOf(a))}
        columns={[
          { head: 'Competency', width: 35, cell: (one) => one.title },
          ...now,
          {
            head: role ? `Level in ${next}` : 'Level',
            cell: (one) => (
              <Select
                name={`level-${one.competencyId}`}
                label={`Level of ${one.title}`}
                hideLabel
                error={errorFor(refusals, `level-${one.competencyId}`)}
                value={values[`level-${one.competencyId}`]}
                options={[
                  { value: '', text: 'not asked' },
                  ...one.levels.map(({ level, label }) => ({
                    value: String(level),
                    text: `${level}, ${label}`,
                  })),
                ]}
              />
            ),
          },
          {
            head: 'Needed',
            cell: (one) => (
              <Select
                name={`needed-${one.competencyId}`}
                label={`How much ${one.title} is needed`}
                hideLabel
                value={values[`needed-${one.competencyId}`] ?? 'essential'}
                options={NEEDED}
              />
            ),
          },
          {
            head: 'Weight',
            width: 10,
            cell: (one) => (
              <Select
                name={`weight-${one.competencyId}`}
                label={`Weight of ${one.title}`}
                hideLabel
                error={errorFor(refusals, `weight-${one.competencyId}`)}
                value={values[`weight-${one.competencyId}`] ?? String(USUAL_WEIGHT)}
                options={WEIGHTS}
              />
            ),
          },
        ]}
      />
      <p class="s ink2 mt3">
        A weight of 5 is looked at first, 1 last. It changes no level and nobody’s plan is put in question by
        it.
      </p>
    </>
  )
}
