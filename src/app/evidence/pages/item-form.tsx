import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, DateFields, FieldSet, Tick } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { More, Panel } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { detailField, SERVICE_CYCLE } from '../rules/kinds.ts'
import { seenText } from '../rules/seen.ts'
import type { Found, Typed } from '../typed.ts'
import { FileFields, type FileFieldsProps } from './file-fields.tsx'
import { KindFields } from './form-kinds.tsx'
import { LinkFields, type Suggested } from './form-links.tsx'

export type ItemFormProps = {
  action: string
  typed: Typed
  found: readonly Found[]
  files: FileFieldsProps['files']
  refusals: readonly Refusal[]
  /** Whether the writer is the person it is about; else their first name is said. */
  own: boolean
  personId: string
  firstName: string
  writer: string
  /** More empty lines of a score sheet were asked for. */
  moreLines: boolean
  competencies: readonly Competency[]
  suggested: readonly Suggested[]
  /** Set where an item is changed: the links of one that is kept are changed on its own page. */
  change?: { version: number; draft: boolean }
}

/** One field first, what happened; the rest can wait. Source: mission.md Tone, the shortest honest path. */
export function ItemForm(props: ItemFormProps): VNode {
  const { action, typed, found, refusals, own, firstName, change } = props
  const open = !change || change.draft
  return (
    <Form action={action} files keep="evidence" hidden={change ? { version: change.version } : {}}>
      <TextArea
        name="text"
        label="In your own words"
        hint={
          own
            ? 'What did you do, and what did the customer say or do next?'
            : `What did ${firstName} do and say, and what did the customer say or do next?`
        }
        error={errorFor(refusals, 'text')}
        value={typed.text}
        rows={5}
      />
      <Buttons>
        <Button>Save</Button>
        <Button kind="quiet" name="do" value="check">
          Check it first
        </Button>
      </Buttons>
      <div data-personal>
        <PersonalData found={found} />
      </div>
      <KindFields {...props} />
      <DateFields
        name="happened"
        label="When did it happen?"
        hint="The day of the contact, not today. Without it the item cannot count as current."
        error={errorFor(refusals, 'happened')}
        value={typed.happened}
      />
      <Ends {...props} />
      {open && <LinkFields {...props} />}
      {typed.seenBefore.length > 0 && <Hidden name="seen-before" value={seenText(typed.seenBefore)} />}
      <Choices
        name={detailField('cycle')}
        label="Where in the service cycle?"
        hint="The moments where a customer makes up their mind."
        row
        value={typed.detail.cycle}
        choices={SERVICE_CYCLE.map((stage) => ({ value: stage, text: stage }))}
      />
      <FileFields files={props.files} refusals={refusals} personId={props.personId} detail={typed.detail} />
      <FieldSet
        legend="Who stands behind it?"
        hint={`You do, ${props.writer}, as the one who adds it. It is not signed by anybody else until they say so.`}
      >
        <div class="choices">
          <Tick
            name="declared"
            text="This is my own account of what happened"
            hint="An assessor looks for this line. Leave it where you pass on what somebody else wrote."
            checked={typed.declared}
          />
        </div>
      </FieldSet>
      {own && (
        <FieldSet legend="Who may read it?">
          <div class="choices">
            <Tick
              name="private"
              text="Only you"
              hint="It then counts nowhere that others look: not in assessments, not in the account."
              checked={typed.private}
            />
          </div>
        </FieldSet>
      )}
      <Buttons>
        {!change && (
          <Button kind="secondary" name="do" value="another">
            Save and add another
          </Button>
        )}
        {open && (
          <Button kind={change ? 'secondary' : 'quiet'} name="do" value="later">
            Save and finish later
          </Button>
        )}
      </Buttons>
    </Form>
  )
}

/** The last day on which it holds: asked of a certificate, and of anything else only where it is wanted. */
function Ends({ typed, refusals }: ItemFormProps): VNode {
  const error = errorFor(refusals, 'expires')
  const given = Object.values(typed.expires).some((part) => part !== '')
  return (
    <div data-open-for="certificate">
      <More
        summary="It stops holding on a day"
        open={typed.kind === 'certificate' || given || error !== null}
      >
        <DateFields
          name="expires"
          label="What is its last day?"
          hint="A certificate or a permit ends by itself. Leave it empty where nothing ends."
          error={error}
          value={typed.expires}
        />
      </More>
    </div>
  )
}

function PersonalData({ found }: { found: readonly Found[] }): VNode | null {
  if (found.length === 0) return null
  return (
    <Panel>
      {found.map((one) => (
        <Hidden key={one.found} name="offered" value={one.found} />
      ))}
      <Choices
        name="redact"
        label={`${count(found.length, 'detail')} could identify the customer`}
        hint="Evidence shows the work, not who rang. Ticked ones are replaced when you save."
        many
        value={found.filter((one) => one.chosen).map((one) => one.found)}
        choices={found.map((one) => ({
          value: one.found,
          text: (
            <>
              <mark>{one.found}</mark> becomes <span class="nw">{one.becomes}</span>
            </>
          ),
          hint: one.kind === 'customer' ? 'May be a name. You decide.' : undefined,
        }))}
      />
    </Panel>
  )
}
