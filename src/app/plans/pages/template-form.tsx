import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { More, Panel, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { itemRows, type Values } from '../posted-template.ts'
import type { Template } from '../store/templates.ts'

type FormProps = {
  /** Null for a new one. */
  template: Template | null
  /** What somebody else saved meanwhile. */
  now: Values | null
  /** Whom the writer leads. */
  people: readonly { personId: string; name: string }[]
  roles: readonly { roleId: string; title: string }[]
  competencies: readonly { competencyId: string; title: string }[]
  measures: readonly { key: string; name: string }[]
  values: Values
  refusals: readonly Refusal[]
}

/** A template as it is written, offered and put away. */
export function TemplateForm(props: FormProps) {
  const { template, now, roles, values, refusals } = props
  const error = (field: string) => errorFor(refusals, field)
  const rows = itemRows(values)
  const action = template ? paths.template(template.templateId) : paths.templates
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {now && <Now values={now} />}
      <Form
        action={action}
        keep={template ? `template-${template.templateId}` : undefined}
        hidden={{ items: rows, version: values.version ?? 0 }}
      >
        <TextField name="name" label="Name of the template" value={values.name} error={error('name')} />
        <Select
          name="role"
          label="Role"
          value={values.role}
          error={error('role')}
          options={[
            { value: '', text: 'Any role' },
            ...roles.map(({ roleId, title }) => ({ value: roleId, text: title })),
          ]}
        />
        <TextField
          name="cohort"
          label="For whom"
          hint="Such as: new starters, January. Leave it empty where it is for anybody."
          value={values.cohort}
          error={error('cohort')}
        />
        {Array.from({ length: rows }, (_, at) => (
          <ItemFields key={at} at={at} {...props} />
        ))}
        <Buttons>
          <Button>Save the template</Button>
          <Button kind="secondary" name="do" value="more">
            Add another objective
          </Button>
        </Buttons>
      </Form>
      {template && (
        <div class="mt5">
          <Acts {...props} template={template} />
        </div>
      )}
    </>
  )
}

/** What stands now, where somebody else was first. */
function Now({ values }: { values: Values }) {
  return (
    <Note kind="warn" title={`It now says “${values.name}”, with these objectives:`}>
      {Array.from({ length: itemRows(values) }, (_, at) => `${at + 1}. ${values[`i${at}-text`] ?? ''}`).join(
        ' ',
      )}
    </Note>
  )
}

function ItemFields({ at, competencies, measures, values, refusals }: FormProps & { at: number }) {
  const field = (part: string) => ({
    name: `i${at}-${part}`,
    value: values[`i${at}-${part}`],
    error: errorFor(refusals, `i${at}-${part}`),
  })
  const n = at + 1
  return (
    <Panel id={`item-${n}`} title={`Objective ${n}`}>
      <div class="form">
        <TextArea
          {...field('text')}
          label={`Objective ${n}, in a sentence`}
          hint="Such as: answer billing calls alone, at least 8 of 10 without a transfer, by [in 12 weeks]. Empty it to leave it out."
        />
        <TextField {...field('title')} label={`Short name of objective ${n}`} />
        <TextField
          {...field('weeks')}
          label={`Due after how many weeks, objective ${n}`}
          inputmode="numeric"
          width="4"
        />
        <Select
          {...field('competency')}
          label={`Competency of objective ${n}`}
          hint="A person’s need for it is linked by itself."
          options={[
            { value: '', text: 'None' },
            ...competencies.map(({ competencyId, title }) => ({ value: competencyId, text: title })),
          ]}
        />
        <TextArea
          {...field('actions')}
          label={`Actions of objective ${n}`}
          hint="One a line, its week first: “2: Listen in on two calls”. End with (leader) where the leader does it, or (somebody else)."
        />
        <More
          summary="Measure, target, resources, success"
          open={['measure', 'target', 'resources', 'success'].some((part) => Boolean(field(part).value))}
        >
          <div class="form mt3">
            <Select
              {...field('measure')}
              label={`Measure of objective ${n}`}
              options={[
                { value: '', text: 'None' },
                ...measures.map(({ key, name }) => ({ value: key, text: name })),
              ]}
            />
            <TextField
              {...field('target')}
              label={`Target of objective ${n}`}
              inputmode="decimal"
              width="m"
            />
            <TextArea {...field('resources')} label={`Resources of objective ${n}`} />
            <TextArea {...field('success')} label={`How success shows, objective ${n}`} />
          </div>
        </More>
      </div>
    </Panel>
  )
}

function Acts({ template, people, values, refusals }: FormProps & { template: Template }) {
  const at = paths.template(template.templateId)
  const away = template.putAwayOn !== null
  return (
    <Section id="acts" title="Offer it, or put it away">
      {!away && people.length > 0 && (
        <Form action={`${at}/offer`} inline label="Offer the template">
          <Select
            name="person"
            label="Offer it to"
            value={values.person}
            error={errorFor(refusals, 'person')}
            options={people.map(({ personId, name }) => ({ value: personId, text: name }))}
          />
          <Button kind="secondary">Offer it</Button>
        </Form>
      )}
      <p class="mt3">
        <PostButton action={`${at}/putting-away`} hidden={{ away: away ? 'no' : 'yes' }} link>
          {away ? 'Bring it back' : 'Put it away'}
        </PostButton>
      </p>
    </Section>
  )
}
