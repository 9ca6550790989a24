import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { checkCompetencies, type NewEvidence, saidOf } from './keep.ts'
import { type By, findReadable } from './read.ts'
import { type AskedLink, checkAsked, checkLinks } from './rules/check.ts'
import { isUpheld } from './rules/complaint.ts'
import { redact } from './rules/redaction.ts'
import { saveFiles } from './store/files.ts'
import type { Stored } from './store/items.ts'
import { cleanRevision, listRevisions, saveRevision } from './store/revisions.ts'
import { endLink, type Said, saveChange, saveLink } from './store/saving.ts'
import { complaintsUpheld, evidenceFallen } from './upheld.ts'

/** What an item shall say from now on. `files` are added to those that are there. */
export type EvidenceChange = Omit<NewEvidence, 'links'> & {
  evidenceId: Id
  /** Of a draft alone: all that it shall be linked to. Once it is kept, links are made and taken back one by one. */
  links?: readonly AskedLink[]
  /** The version that was on the screen. */
  version: number
  /** Words of a customer's personal data that were chosen to be taken out: of what it said before as well. */
  redacted?: ReadonlySet<string>
}

/** Whether somebody may say an item anew: whoever wrote it, and neither a kept figure nor the words of somebody else. */
export const mayChange = (item: Stored, personId: Id): boolean =>
  item.addedBy === personId && !item.snapshot && !item.standsBehind

/** Why an item stays as it is, for somebody who may not change it. */
const whyItStays = (item: Stored, personId: Id): string =>
  item.addedBy !== null && item.addedBy !== personId
    ? `${item.addedByName} wrote this, so only they can change it. Add what you saw as an item of your own.`
    : item.standsBehind
      ? `${item.standsBehind.name} stands behind these words, so they stay. Add what you know as an item of your own.`
      : 'A kept figure stays as it was counted. Keep a new one, or change what it is linked to.'

/**
 * Says an item anew; only whoever wrote it can. What it said before is kept as a revision, but for drafts.
 * `conflict` where it was saved since: nothing is changed.
 */
export async function changeEvidence(
  tx: OrgTx,
  actor: By,
  asked: EvidenceChange,
  today: Day,
): Promise<Outcome<Id> & { conflict?: Stored }> {
  const before = await findReadable(tx, asked.personId, asked.evidenceId, actor)
  if (!before) return refused({ message: 'This item is not here.' })
  if (!mayChange(before, actor.personId)) return refused({ message: whyItStays(before, actor.personId) })
  const { files = [] } = asked
  const links = (before.draft && asked.links) || before.links
  const said = saidOf(asked, before, today)
  const refusals = [
    ...checkAsked(
      { ...said, links, hasFile: before.files.length + files.length > 0 },
      { own: actor.personId === asked.personId, vouched: false, was: before.draft ? null : before.kind },
      today,
    ),
    ...(links === before.links ? [] : await checkCompetencies(tx, links)),
  ]
  if (said.draft && !before.draft)
    refusals.push({ message: 'Others may have read this, so it cannot become a draft again.' })
  if (refusals.length > 0) return refused(...refusals)
  const saved = await saveChange(tx, before.evidenceId, asked.version, said)
  if (!saved)
    return {
      ...refused({ message: 'This was saved somewhere else while you wrote. Both texts are below.' }),
      conflict: before,
    }
  await saveFiles(tx, before.evidenceId, files, actor.personId, today)
  await saveLinks(tx, actor, before, links, today)
  if (!before.draft) await saveRevision(tx, before)
  if (asked.redacted?.size) await cleanRevisions(tx, before.evidenceId, asked.redacted)
  await record(tx, {
    kind: before.draft && !said.draft ? 'evidence.added' : 'evidence.changed',
    actor,
    personId: asked.personId,
    recordId: before.evidenceId,
    payload: {
      ref: before.ref,
      kind: said.kind,
      version: asked.version + 1,
      ...(before.draft && { links: links.map(({ competencyId, bearing }) => ({ competencyId, bearing })) }),
    },
  })
  await tellOutcome(tx, actor, before, said, today)
  return done(before.evidenceId)
}

/** Lets it be known where a complaint is upheld now that was not, or no longer. */
async function tellOutcome(tx: OrgTx, actor: By, before: Stored, said: Said, today: Day): Promise<void> {
  const { personId, evidenceId } = before
  if (isUpheld(before) === isUpheld(said)) return
  if (!isUpheld(said)) return evidenceFallen.happen(tx, { personId, evidenceIds: [evidenceId] })
  const complaints = [{ evidenceId, happenedOn: said.happenedOn }]
  await complaintsUpheld.happen(tx, { personId, complaints, by: actor.personId, today })
}

/** Makes the links of a draft those that are asked for. */
async function saveLinks(
  tx: OrgTx,
  actor: By,
  { evidenceId, links: there }: Stored,
  links: readonly AskedLink[],
  today: Day,
): Promise<void> {
  const isSame = (a: AskedLink, b: AskedLink) =>
    a.competencyId === b.competencyId && a.reason === b.reason && a.bearing === b.bearing
  for (const link of there)
    if (!links.some((one) => isSame(one, link))) await endLink(tx, evidenceId, link.competencyId, today)
  for (const { competencyId, reason, bearing } of links)
    if (!there.some((one) => isSame(one, { competencyId, reason, bearing })))
      await saveLink(tx, evidenceId, { competencyId, reason, bearing, madeBy: actor.personId }, today)
}

/** Takes a customer's data out of what an item said before. Source: domain.md 7, redact inside evidence at once. */
async function cleanRevisions(tx: OrgTx, evidenceId: Id, chosen: ReadonlySet<string>): Promise<void> {
  for (const { version, title, text, detail } of await listRevisions(tx, evidenceId, {
    includePrivate: true,
  })) {
    await cleanRevision(tx, evidenceId, {
      version,
      title: redact(title, chosen),
      text: redact(text, chosen),
      detail: Object.fromEntries(Object.entries(detail).map(([key, words]) => [key, redact(words, chosen)])),
    })
  }
}

/** Links an item to a competency, or says anew why; whoever linked it last stands behind the reason. */
export async function linkEvidence(
  tx: OrgTx,
  actor: By,
  asked: AskedLink & { personId: Id; evidenceId: Id },
  today: Day,
): Promise<Outcome<Id>> {
  const item = await findReadable(tx, asked.personId, asked.evidenceId, actor)
  if (!item) return refused({ message: 'This item is not here.' })
  const link = { competencyId: asked.competencyId, reason: asked.reason.trim(), bearing: asked.bearing }
  const refusals = [...checkLinks([link], item.draft), ...(await checkCompetencies(tx, [link]))]
  const there = item.links.find((one) => one.competencyId === link.competencyId)
  if (there && there.madeBy !== actor.personId)
    refusals.push({
      field: 'competency',
      message: 'Somebody else linked it to that competency. Their reason stays: choose another competency.',
    })
  if (refusals.length > 0) return refused(...refusals)
  if (there) await endLink(tx, item.evidenceId, link.competencyId, today)
  await saveLink(tx, item.evidenceId, { ...link, madeBy: actor.personId }, today)
  await record(tx, {
    kind: 'evidence.linked',
    actor,
    personId: asked.personId,
    recordId: item.evidenceId,
    payload: { ref: item.ref, competencyId: link.competencyId, bearing: link.bearing },
  })
  if (isUpheld(item) && !there) {
    const complaints = [{ evidenceId: item.evidenceId, happenedOn: item.happenedOn }]
    await complaintsUpheld.happen(tx, { personId: item.personId, complaints, by: actor.personId, today })
  }
  return done(item.evidenceId)
}

/** Takes a link back: only whoever made it can. */
export async function unlinkEvidence(
  tx: OrgTx,
  actor: By,
  asked: { personId: Id; evidenceId: Id; competencyId: Id },
  today: Day,
): Promise<Outcome<Id>> {
  const item = await findReadable(tx, asked.personId, asked.evidenceId, actor)
  const link = item?.links.find((one) => one.competencyId === asked.competencyId)
  if (!item || !link) return refused({ message: 'This link is not here.' })
  if (link.madeBy !== actor.personId)
    return refused({ message: 'Somebody else made this link, so only they can take it back.' })
  await endLink(tx, item.evidenceId, link.competencyId, today)
  await record(tx, {
    kind: 'evidence.unlinked',
    actor,
    personId: asked.personId,
    recordId: item.evidenceId,
    payload: { ref: item.ref, competencyId: link.competencyId },
  })
  return done(item.evidenceId)
}
