import { type Day, daysBetween } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findCompetency } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { freezeFigure } from '../measures/measures.ts'
import type { By } from './read.ts'
import { type AskedLink, checkAsked, checkLinks, titleOf } from './rules/check.ts'
import { isUpheld } from './rules/complaint.ts'
import { keptWords } from './rules/figure-words.ts'
import { detailOf, type EvidenceKind } from './rules/kinds.ts'
import { saveFiles } from './store/files.ts'
import type { EvidenceFile, StandsBehind } from './store/items.ts'
import { type Said, saveLink, saveNew } from './store/saving.ts'
import { complaintsUpheld } from './upheld.ts'

/** What somebody asks to be kept about a person. `draft` asks for nothing but words. */
export type NewEvidence = {
  personId: Id
  kind: EvidenceKind | null
  /** The first words of the text where left out. */
  title?: string
  text: string
  happenedOn: Day | null
  links: readonly AskedLink[]
  files?: readonly EvidenceFile[]
  expiresOn?: Day | null
  /** Whether whoever adds it declares it their own account of what happened. */
  declared?: boolean
  /** Set by doors that know who said it, such as an answer to a link; never from what somebody typed about another. */
  standsBehind?: StandsBehind | null
  private?: boolean
  /** Keyed as the kind's fields are; others are left out. */
  detail?: Readonly<Record<string, string>>
  draft?: boolean
}

/** What an item says once it is kept as asked; of one that is there already, details that were not asked for stay. */
export function saidOf(
  asked: Omit<NewEvidence, 'links'>,
  before: Pick<Said, 'detail' | 'declaredOn'> | null,
  today: Day,
): Said {
  const text = asked.text.trim()
  return {
    draft: asked.draft ?? false,
    kind: asked.kind,
    title: titleOf(asked.title, text),
    text,
    happenedOn: asked.happenedOn,
    detail: detailOf({ ...before?.detail, ...asked.detail }),
    private: asked.private ?? false,
    expiresOn: asked.expiresOn ?? null,
    declaredOn: asked.declared ? (before?.declaredOn ?? today) : null,
  }
}

/** Whether every link names a competency of the framework in force. */
export async function checkCompetencies(tx: OrgTx, links: readonly AskedLink[]): Promise<Refusal[]> {
  for (const link of links) {
    if (!(await findCompetency(tx, link.competencyId)))
      return [{ field: 'competency', message: 'Choose a competency of the framework in force.' }]
  }
  return []
}

/** Keeps an item, or a draft of one, about a person. A measure is kept with `keepFigure`. Answers its id. */
export async function addEvidence(
  tx: OrgTx,
  actor: By,
  asked: NewEvidence,
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, kind, links, files = [] } = asked
  const own = actor.personId === personId
  const said = saidOf(asked, null, today)
  const refusals = [
    ...checkAsked(
      { ...said, links, hasFile: files.length > 0 },
      { own, vouched: (asked.standsBehind ?? null) !== null },
      today,
    ),
    ...(await checkCompetencies(tx, links)),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const { evidenceId, ref } = await saveNew(tx, {
    ...said,
    personId,
    addedBy: actor.personId,
    addedOn: today,
    snapshot: null,
    standsBehind: asked.standsBehind ?? null,
  })
  await saveFiles(tx, evidenceId, files, actor.personId, today)
  for (const link of links) await saveLink(tx, evidenceId, { ...link, madeBy: actor.personId }, today)
  if (isUpheld(said)) {
    const complaints = [{ evidenceId, happenedOn: said.happenedOn }]
    await complaintsUpheld.happen(tx, { personId, complaints, by: actor.personId, today })
  }
  await record(tx, {
    kind: said.draft ? 'evidence.drafted' : 'evidence.added',
    // Whoever asked by a link did not act when the answer came.
    actor: asked.standsBehind && asked.standsBehind.as !== 'record' ? null : actor,
    personId,
    recordId: evidenceId,
    payload: { ref, kind, links: links.map(({ competencyId, bearing }) => ({ competencyId, bearing })) },
  })
  return done(evidenceId)
}

/**
 * Keeps a figure as it stands, with its definition, count and files, linked to a competency with a reason.
 * Source: mission.md A5; issue of the golden thread, step 3.
 */
export async function keepFigure(
  tx: OrgTx,
  actor: By,
  asked: {
    personId: Id
    measure: string
    from: Day
    to: Day
    competencyId: Id
    reason: string
    bearing: 'for' | 'against'
  },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, measure, from, to } = asked
  const link = { competencyId: asked.competencyId, reason: asked.reason.trim(), bearing: asked.bearing }
  const refusals = [...checkLinks([link], false), ...(await checkCompetencies(tx, [link]))]
  if (daysBetween(from, to) > 3660)
    refusals.push({ field: 'from', message: 'That is more than ten years. Choose days closer together.' })
  if (from > to)
    refusals.push({ field: 'from', message: 'The first day comes after the last. Change one of them.' })
  if (refusals.length > 0) return refused(...refusals)
  const snapshot = await freezeFigure(tx, personId, measure, { from, to }, today)
  if (!snapshot)
    return refused({
      field: 'measure',
      message: 'Nothing was counted on these days, so there is no figure to keep.',
    })
  const { figure } = snapshot
  const { evidenceId, ref } = await saveNew(tx, {
    personId,
    draft: false,
    kind: 'measure',
    title: figure.name,
    text: keptWords(figure),
    happenedOn: figure.to < today ? figure.to : today,
    detail: {},
    private: false,
    expiresOn: null,
    declaredOn: null,
    standsBehind: null,
    snapshot,
    addedBy: actor.personId,
    addedOn: today,
  })
  await saveLink(tx, evidenceId, { ...link, madeBy: actor.personId }, today)
  await record(tx, {
    kind: 'evidence.figure-kept',
    actor,
    personId,
    recordId: evidenceId,
    payload: {
      ref,
      measure,
      version: figure.version,
      from,
      to,
      n: figure.n,
      value: figure.value,
      rowsHash: snapshot.provenance.rowsHash,
    },
  })
  return done(evidenceId)
}
