import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { mayRead, type Sharing } from '../../kernel/sharing.ts'
import { clip } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { addEvidence, findPersonalData, setPrivacy } from '../evidence/evidence.ts'
import { record } from '../history/history.ts'
import type { KeptComparison } from '../measures/measures.ts'
import { type AskedChange, shownFor } from './impact.ts'
import { MODEL_WORDS, type Model } from './rules/models.ts'
import { actionOf, isComplete, type Stage, stagesOf } from './rules/stages.ts'
import {
  type About,
  findAccount,
  listAccounts,
  type StoredAccount,
  saveAccount,
  saveNewAccount,
} from './store.ts'

export { aboutAsked } from './impact.ts'
export { hintsOf } from './rules/hints.ts'
export { isModel, MODEL_WORDS, type Model } from './rules/models.ts'
export type { Stage, StageState } from './rules/stages.ts'
export type { About } from './store.ts'

/** A reflective account, read: its stages with how each stands, and what its writer will do next. */
export type Reflection = {
  reflectionId: Id
  ref: string
  personId: Id
  model: Model
  about: About
  stages: Stage[]
  /** Every stage is done: neither empty nor thin. */
  complete: boolean
  /** From the stage that plans: the next review asks about it. */
  action: string | null
  /** What changed at work since, in the writer's words; '' where nothing is said yet. */
  impact: string
  /** A measure before and after, as it was counted when it was saved; null where none is chosen. */
  shown: KeptComparison | null
  sharing: Sharing
  saidOn: Day
  version: number
}

/** Characters in one stage. */
const TEXT_LIMIT = 10_000

function read(account: StoredAccount): Reflection {
  const { texts, savedAt: _, ...rest } = account
  const stages = stagesOf(account.model, texts)
  return {
    ...rest,
    stages,
    complete: isComplete(stages),
    action: actionOf(account.model, texts),
  }
}

/** A person's accounts that the viewer may read, newest first. What is shared with nobody leaves this door for nobody else. */
export async function listReflections(tx: OrgTx, personId: Id, viewer: Actor): Promise<Reflection[]> {
  const accounts = await listAccounts(tx, personId)
  return accounts.filter((account) => mayRead(account, viewer)).map(read)
}

/** One account; null where there is none, or none that the viewer may read. */
export async function findReflection(
  tx: OrgTx,
  personId: Id,
  reflectionId: Id,
  viewer: Actor,
): Promise<Reflection | null> {
  const account = isId(reflectionId) ? await findAccount(tx, personId, reflectionId) : null
  return account && mayRead(account, viewer) ? read(account) : null
}

/** What somebody writes of their own work. Saved at any time: one word in any stage is enough. */
export type AskedReflection = {
  personId: Id
  model: Model
  about: About
  /** By the key of the model's stage; other keys are left out. */
  stages: Readonly<Record<string, string>>
  impact: string
  /** The measure that shows it, before and after a day; null for none; as it was where left out. */
  change?: AskedChange | null
  sharing: Sharing
  saidOn: Day
  /** An account to say anew, and the version that was on the screen. Its model and record stay. */
  reflectionId?: Id
  version?: number
}

function checkReflection(
  actor: Pick<Actor, 'personId'>,
  asked: AskedReflection,
  texts: Record<string, string>,
): Refusal[] {
  const refusals: Refusal[] = []
  if (actor.personId !== asked.personId)
    refusals.push({ message: 'A reflective account is written by the person themself.' })
  const [first] = MODEL_WORDS[asked.model].stages
  if (Object.keys(texts).length === 0 && !asked.impact.trim())
    refusals.push({
      field: first?.key,
      message: 'Write in one of the stages. A few words are enough to save.',
    })
  for (const [key, text] of Object.entries(texts))
    if (text.length > TEXT_LIMIT)
      refusals.push({ field: key, message: 'That is more than 10,000 characters: say it shorter.' })
  if (asked.impact.length > TEXT_LIMIT)
    refusals.push({ field: 'impact', message: 'That is more than 10,000 characters: say it shorter.' })
  return refusals
}

/**
 * Keeps an account, new or said anew; what it said before is kept. Evidence that was kept of it is "only you" as long
 * as the account is. Answers its id.
 * `conflict` where it was saved since `version`: nothing is changed.
 */
export async function saveReflection(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  asked: AskedReflection,
): Promise<Outcome<Id> & { conflict?: number }> {
  const texts = textsOf(asked)
  const refusals = checkReflection(actor, asked, texts)
  if (refusals.length > 0) return refused(...refusals)
  const { personId, model, sharing, saidOn, reflectionId } = asked
  const aboutWords = clip(asked.about.words, 200)
  const before = reflectionId === undefined ? null : await findAccount(tx, personId, reflectionId)
  const shown = await shownFor(tx, personId, asked.change, before?.shown ?? null, saidOn)
  if (!shown.ok) return shown
  const said = { texts, impact: asked.impact.trim(), shown: shown.value, sharing, aboutWords }
  if (reflectionId === undefined) {
    const about = { ...asked.about, kind: asked.about.id === null ? ('none' as const) : asked.about.kind }
    const made = await saveNewAccount(tx, { ...said, personId, model, about, saidOn })
    await recordSaved(tx, actor, 'reflection.written', made.reflectionId, { ref: made.ref, model, sharing })
    return done(made.reflectionId)
  }
  if (!before) return refused({ message: 'This account is not here.' })
  if (!(await saveAccount(tx, before, asked.version ?? before.version, said)))
    return {
      ...refused({
        message:
          'This was saved somewhere else while you wrote. What is typed here is not saved yet: save again to put it in its place.',
      }),
      conflict: before.version,
    }
  if (before.sharing === 'me' || sharing === 'me')
    await setPrivacy(tx, actor, personId, ({ account }) =>
      account === reflectionId ? sharing === 'me' : null,
    )
  await recordSaved(tx, actor, 'reflection.changed', reflectionId, {
    ref: before.ref,
    model: before.model,
    sharing,
  })
  return done(reflectionId)
}

function textsOf({ model, stages }: AskedReflection): Record<string, string> {
  return Object.fromEntries(
    MODEL_WORDS[model].stages.flatMap(({ key }) => {
      const text = stages[key]?.trim()
      return text ? [[key, text]] : []
    }),
  )
}

async function recordSaved(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  kind: string,
  recordId: Id,
  payload: { ref: string; model: Model; sharing: Sharing },
): Promise<void> {
  await record(tx, { kind, actor, personId: actor.personId, recordId, payload })
}

/**
 * Makes an account count as evidence of its writer's, linked to a competency: its conclusion stands there, the whole
 * account stays where it is, for those it is shared with. One for the writer's eyes only makes evidence of that kind.
 */
export async function keepAsEvidence(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; reflectionId: Id; competencyId: Id; reason: string; bearing: 'for' | 'against' },
  today: Day,
): Promise<Outcome<Id>> {
  const account = await findReflection(tx, asked.personId, asked.reflectionId, actor)
  if (!account || actor.personId !== asked.personId) return refused({ message: 'This account is not here.' })
  const { competencyId, bearing } = asked
  const text = summaryOf(account)
  const [personal] = findPersonalData(`${text}\n${account.action ?? ''}`).filter(
    (one) => one.kind !== 'customer',
  )
  if (personal)
    return refused({
      message: `“${personal.found}” could identify a customer. Take it out of the account, save it, then keep it as evidence.`,
    })
  return addEvidence(
    tx,
    actor,
    {
      personId: asked.personId,
      kind: 'reflection',
      title: account.about.words || undefined,
      text,
      happenedOn: account.saidOn,
      links: [{ competencyId, reason: asked.reason.trim(), bearing }],
      private: account.sharing === 'me',
      detail: { account: account.reflectionId, next: account.action ?? '' },
    },
    today,
  )
}

/** What an account comes to: its conclusion, in a model without one what it makes of it, else the last stage that holds words. */
function summaryOf({ model, stages }: Reflection): string {
  const { stages: words } = MODEL_WORDS[model]
  const concluding =
    words.find(({ kind }) => kind === 'concludes') ?? words.find(({ kind }) => kind === 'explains')
  const written = stages.filter((stage) => stage.text !== '')
  return (written.find(({ key }) => key === concluding?.key) ?? written.at(-1))?.text ?? ''
}
