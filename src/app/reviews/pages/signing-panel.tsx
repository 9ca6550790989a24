import { dayIn, longDay, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { DateFields } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { CheckList } from '../../../ui/lists.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/section.tsx'
import { Signatures } from '../../../ui/sign.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import { latestAfter } from '../rules/cadence.ts'
import { type Side, whyNotSign } from '../rules/sections.ts'
import { refusalsOf, type Shown, typedDay } from './shown.ts'

/** Who signs and where each stands, and the form to sign; at its foot the sections, each with a word. */
export function SigningPanel({ shown, assessors }: { shown: Shown; assessors: readonly Person[] }) {
  const { view, zone } = shown
  const { signatures, alone, person, leaderName, row, sections } = view
  const signedBy = (side: Side) => signatures.find((signature) => signature.side === side)
  const complete = sections.every((section) => section.complete)
  const state = (side: Side, waiting: string) => {
    const signature = signedBy(side)
    return signature ? `Signed on ${plainDay(dayIn(signature.at, zone))}` : waiting
  }
  const signers = [
    {
      name: signedBy('person')?.name ?? person.name,
      signed: signedBy('person') !== undefined,
      state: state('person', complete ? 'Can sign now' : 'Can sign when sections 1 to 4 are complete'),
    },
    ...(alone
      ? []
      : [
          {
            name: signedBy('leader')?.name ?? leaderName ?? 'Their leader',
            signed: signedBy('leader') !== undefined,
            state: state('leader', signedBy('person') ? 'Can sign now' : `Signs after ${person.name}`),
          },
        ]),
    ...assessors.map(({ name }) => ({ name, signed: false, state: 'Reads it. Does not sign for anybody' })),
  ]
  return (
    <>
      <Panel id="signatures" title="Signatures">
        <Signatures signers={signers} />
        {alone && (
          <p class="s ink2 mt3">
            {row.state === 'closed'
              ? `${person.name} signed alone. Nobody else has.`
              : 'Nobody leads you here, so you sign alone, and the review says that nobody else has.'}
          </p>
        )}
        <p class="s ink2 mt3">
          Signing locks the review. A later correction is added beside it, never over it.
        </p>
        <Act shown={shown} />
      </Panel>
      {row.state !== 'closed' && (
        <nav class="mt5 no-print" aria-labelledby="in-this">
          <h2 id="in-this" class="s b">
            In this review
          </h2>
          <CheckList
            items={sections.map((section) => ({
              there: section.complete,
              text: (
                <>
                  <a href={`#${section.key}`}>{section.title}</a>, {section.words}
                </>
              ),
            }))}
          />
        </nav>
      )}
    </>
  )
}

function Act({ shown }: { shown: Shown }) {
  const { view, side } = shown
  const { row, person, voided, names, zone } = { ...view, zone: shown.zone }
  const base = paths.review(person.personId, row.reviewId)
  if (row.state === 'closed' || !side) return null
  const signed = view.signatures.some((signature) => signature.side === side)
  return (
    <>
      {voided?.voidedAt && voided.voidedBy !== voided.personId && (
        <div class="mt4">
          <Note kind="warn" title={`The signature of ${voided.name} no longer stands.`}>
            {names.get(voided.voidedBy ?? '') ?? 'Somebody'} {voided.voidedWhy} on{' '}
            {plainDay(dayIn(voided.voidedAt, zone))}, after it was signed. Read it, and sign again.
          </Note>
        </div>
      )}
      {signed ? (
        <div class="mt4">
          <p class="s">You have signed. {view.leaderName ?? 'Your leader'} signs next.</p>
          <PostButton action={`${base}/signature/withdrawal`} kind="secondary" small>
            Take your signature back
          </PostButton>
        </div>
      ) : (
        <SignForm shown={shown} side={side} base={base} />
      )}
    </>
  )
}

function SignForm({ shown, side, base }: { shown: Shown; side: Side; base: string }) {
  const { view, posted, values, today } = shown
  const { sections, signatures, alone, person, row } = view
  const signed = signatures.map((signature) => signature.side)
  const at = { sections, signed, alone, personName: person.name, heldOn: row.heldOn }
  const why = whyNotSign(side, at, today)
  const last = alone || side === 'leader'
  const me = side === 'person' ? person.name : (view.leaderName ?? 'leader')
  const refusals = refusalsOf(shown, 'sign')
  const lastDay = latestAfter([row.heldOn, today].sort().at(-1) ?? today, shown.cadence)
  const other = side === 'leader' && signed.includes('person')
  return (
    <div class="mt4 no-print">
      {why && <p class="s ink2">{why}</p>}
      {other && (
        <p class="s ink2">
          {person.name} has signed. If you change anything here, that signature no longer stands and{' '}
          {person.name} signs again.
        </p>
      )}
      {row.heldOn > today && shown.writes && (
        <div class="mt4">
          <PostButton action={`${base}/day`} kind="secondary" small>
            Hold the review today
          </PostButton>
        </div>
      )}
      <div class="mt4">
        <Form action={`${base}/signature`} hidden={{ version: row.version }} label="Sign the review" wide>
          {last && !why && (
            <DateFields
              name="next"
              label="Next review"
              hint={`Within ${count(shown.cadence.weeks, 'week')}: by ${longDay(lastDay)}.`}
              value={posted === 'sign' ? typedDay(values, 'next') : lastDay}
              error={errorFor(refusals, 'next')}
            />
          )}
          <Buttons>
            <Button disabled={why !== null}>{last ? `Sign as ${me} and close` : `Sign as ${me}`}</Button>
          </Buttons>
        </Form>
      </div>
    </div>
  )
}
