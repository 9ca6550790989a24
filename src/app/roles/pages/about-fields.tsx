import type { Refusal } from '../../../kernel/outcome.ts'
import { Choices, FieldSet } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Columns } from '../../../ui/section.tsx'
import { sourceLines } from '../rules/form.ts'
import { RESPONSIBILITY_CHOICES } from '../rules/profile.ts'

type Fields = { values: Readonly<Record<string, string>>; refusals: readonly Refusal[] }

/** What a role is: its title, track and level of responsibility, the names it goes by, and its trade. */
export function AboutFields({ values, refusals, tracks }: Fields & { tracks: readonly string[] }) {
  const error = (field: string) => errorFor(refusals, field)
  return (
    <>
      <TextField name="title" label="Title" value={values.title} error={error('title')} width="l" />
      <TextField
        name="track"
        label="Track"
        hint={`${tracks.join(', ')}, or a new name. “Line” is the track that everybody begins on.`}
        value={values.track}
        error={error('track')}
        width="l"
      />
      <Choices
        name="responsibility"
        label="What does the role answer for?"
        value={values.responsibility}
        error={error('responsibility')}
        choices={RESPONSIBILITY_CHOICES}
      />
      <TextField
        name="sector"
        label="Sector"
        hint="Such as contact centre, retail or hospitality. Leave it empty where the role is in every trade."
        value={values.sector}
        error={error('sector')}
        width="l"
      />
      <TextArea
        name="jobs"
        label="Other names of the job"
        hint="One a line, as people’s job titles say it. Whoever has such a title comes to this role on the day you save it; a name that you take out moves nobody."
        rows={4}
        value={values.jobs}
        error={error('jobs')}
      />
    </>
  )
}

/** What is expected at the start and before promotion, and where the role was taken from. */
export function ExpectFields({ values, refusals }: Fields) {
  const error = (field: string) => errorFor(refusals, field)
  return (
    <>
      <TextArea
        name="entry"
        label="What employers expect at the start"
        hint="Experience, qualifications and ways in."
        rows={4}
        value={values.entry}
        error={error('entry')}
      />
      <FieldSet
        legend="What you ask before promotion to this role, beside levels"
        hint="Leave empty what you do not ask. Nobody is promised a post by it."
        id="mastery"
        row
      >
        <TextField
          name="months"
          label="Months at the levels"
          value={values.months}
          error={error('months')}
          width="2"
          inputmode="numeric"
        />
        <TextField
          name="sources"
          label="Kinds of source"
          value={values.sources}
          error={error('sources')}
          width="2"
          inputmode="numeric"
        />
        <TextField
          name="actingMonths"
          label="Months of doing part of it"
          value={values.actingMonths}
          error={error('actingMonths')}
          width="2"
          inputmode="numeric"
        />
      </FieldSet>
      <FieldSet
        legend="Where this comes from"
        hint="What you took the role from, such as an occupation of ESCO or O*NET or an apprenticeship standard, and its address."
        id="cited"
      >
        {Array.from({ length: sourceLines(values) }, (_, at) => (
          <div class="mt3" key={at}>
            <Columns split="6-6">
              <TextField
                name={`source-${at}`}
                label={`Source ${at + 1}`}
                value={values[`source-${at}`]}
                error={error(`source-${at}`)}
              />
              <TextField
                name={`address-${at}`}
                label={`Address of source ${at + 1}`}
                value={values[`address-${at}`]}
                error={error(`address-${at}`)}
                type="url"
              />
            </Columns>
          </div>
        ))}
      </FieldSet>
    </>
  )
}
