import type { ComponentChildren, VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { capital } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices, FieldSet, Tick } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Hint, Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Hidden } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'
import { type DetailField, MOMENT, TASK } from '../rules/kind-fields.ts'
import { detailField, type EvidenceKind, fieldsFor, KIND_WORDS, KINDS, kindsFor } from '../rules/kinds.ts'
import type { Typed } from '../typed.ts'
import { SheetFields } from './form-sheet.tsx'

type KindProps = {
  action: string
  typed: Typed
  refusals: readonly Refusal[]
  own: boolean
  personId: string
  /** Who writes it: the observer, where nobody else is named. */
  writer: string
  /** More empty lines of a score sheet were asked for. */
  moreLines: boolean
}

/**
 * The kind of evidence and the short form of each. All are sent, those of other kinds closed and switched off, so that
 * a browser with JavaScript shows them at once and keeps what was typed into them.
 */
export function KindFields(props: KindProps): VNode {
  const { action, typed, refusals, own, personId } = props
  const kinds = kindsFor(own)
  const offered = typed.kind && !kinds.includes(typed.kind) ? [...kinds, typed.kind] : kinds
  const ordered = own ? offered : [...offered].sort((a, b) => rank(a) - rank(b))
  return (
    <>
      <Choices
        name="kind"
        label="What kind of evidence is it?"
        hint="Each kind asks for its own few details. Without a kind it stays a draft."
        error={errorFor(refusals, 'kind')}
        columns
        value={typed.kind}
        choices={ordered.map((kind) => ({
          value: kind,
          text: KIND_WORDS[kind].name,
          hint: KIND_WORDS[kind].hint,
        }))}
      >
        {own && (
          <p class="s mut mt2">
            Observations, score sheets and testimony are added by whoever makes them.{' '}
            <a href={paths.testimony(personId)}>Ask for one</a>
          </p>
        )}
        <noscript>
          <p class="mt2">
            <Button kind="secondary" small name="do" value="check" action={`${action}#f-kind`}>
              Show its fields
            </Button>
          </p>
        </noscript>
      </Choices>
      {KINDS.filter(
        (kind) => offered.includes(kind) || fieldsOf(kind).some(({ key }) => typed.detail[key]),
      ).map((kind) => (
        <OneKind key={kind} {...props} kind={kind} />
      ))}
      {SHARED.map((field) => (
        <KindSet
          key={field.key}
          kinds={KINDS.filter((kind) => KIND_WORDS[kind].fields.includes(field))}
          typed={typed}
          keys={[field.key]}
        >
          <Detail field={field} {...props} />
        </KindSet>
      ))}
      {typed.detail.account && <Hidden name={detailField('account')} value={typed.detail.account} />}
    </>
  )
}

/** Observations first where somebody else writes. */
const rank = (kind: EvidenceKind): number => (kind === 'observation' ? 0 : 1)

/** The details that belong to several kinds. */
const SHARED = [TASK, MOMENT]

/** The fields of a kind alone, without those shared; a place is asked for beside the files. */
const fieldsOf = (kind: EvidenceKind): readonly DetailField[] =>
  KIND_WORDS[kind].fields.filter((field) => !SHARED.includes(field) && field.key !== 'place')

/** Fields of some kinds: open where the kind is chosen or something was typed, otherwise closed and not sent. */
export function KindSet(props: {
  kinds: readonly EvidenceKind[]
  typed: Typed
  /** The details within, of which any that was typed opens it. */
  keys?: readonly string[]
  legend?: ComponentChildren
  children: ComponentChildren
}): VNode {
  const { kinds, typed, keys = [], legend, children } = props
  const shown = fieldsFor(typed.kind, typed.detail)
  const open =
    (typed.kind !== null && kinds.includes(typed.kind)) ||
    shown.some(({ key }) => keys.includes(key) && typed.detail[key])
  return (
    <fieldset class="form" data-kinds={kinds.join(',')} hidden={!open} disabled={!open}>
      {legend && <legend>{legend}</legend>}
      {children}
    </fieldset>
  )
}

function OneKind({ kind, ...props }: KindProps & { kind: EvidenceKind }): VNode | null {
  const { typed, own } = props
  const fields = fieldsOf(kind).filter(({ ownOnly }) => own || !ownOnly)
  if (fields.length === 0) return null
  return (
    <KindSet kinds={[kind]} typed={typed} keys={fields.map(({ key }) => key)} legend={KIND_WORDS[kind].name}>
      {fields.map((field) =>
        field.lines === 'sheet' ? (
          <SheetFields key={field.key} field={field} {...props} />
        ) : field.lines === 'seen' ? (
          <Hint key={field.key}>
            Tick the competencies you watched for below: each shows its five lines, to choose the nearest.
          </Hint>
        ) : (
          <Detail key={field.key} field={field} {...props} />
        ),
      )}
      {kind === 'certificate' && (
        <FieldSet legend="Does it end?" hint="If it does, give its last day below.">
          <div class="choices">
            <Tick
              name={detailField('endless')}
              text="It does not end"
              checked={typed.detail.endless === 'yes'}
            />
          </div>
        </FieldSet>
      )}
    </KindSet>
  )
}

/** Fields that name whoever observes or holds the talk: the writer, unless told otherwise. */
const BY_WRITER = ['observer', 'heldBy']

function Detail(props: {
  field: DetailField
  typed: Typed
  own: boolean
  writer: string
  refusals: readonly Refusal[]
}): VNode {
  const { field, typed, own, writer, refusals } = props
  const { key, label, hint, rows } = field
  const given = typed.detail[key] ?? (!own && BY_WRITER.includes(key) ? writer : '')
  const common = {
    name: detailField(key),
    label,
    hint: field.needed ? hint : `Optional. ${hint}`,
    error: errorFor(refusals, detailField(key)),
    value: given,
  }
  if (field.choices)
    return (
      <Select
        {...common}
        options={[
          { value: '', text: 'Not said' },
          ...field.choices.map((value) => ({ value, text: capital(value) })),
        ]}
      />
    )
  return rows === 1 ? <TextField {...common} width="l" /> : <TextArea {...common} rows={rows} />
}
