import type { Actor } from '../../kernel/actor.ts'
import { type Day, dayIn, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listNeeds } from '../assessments/assessments.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { measureNames } from '../measures/measures.ts'
import { findOrganisation, findPerson, listPeople } from '../people/people.ts'
import { listRoles, roleOf } from '../roles/roles.ts'
import { BY_HAND, type Measurable } from './basis.ts'
import { saveDraft } from './draft.ts'
import { writesTemplates } from './may.ts'
import { checkTemplate, draftOf, itemOf, type Named, type TemplateFields } from './rules/templates.ts'
import { findContent } from './store/plan.ts'
import {
  listAllTemplates,
  listOffers,
  lockTemplate,
  type Offer,
  saveOffer,
  saveTemplateRow,
  type Template,
} from './store/templates.ts'

const NOT_YOURS = { message: 'Only leaders and administrators write templates.' }
const GONE = { message: 'This template is no longer here, or is put away.' }

/** The measures that an objective of a template can have: those that everybody has, the count kept by hand last. */
export async function templateMeasures(tx: OrgTx): Promise<Measurable[]> {
  return [...(await measureNames(tx)), { key: BY_HAND, name: 'Counted by hand', unit: 'count' }]
}

/**
 * Keeps a template, new or as its next version; plans that were started from it stay as they are. `overtaken` where
 * somebody changed it since `version`: nothing is saved. Refusals name the fields of `checkTemplate`.
 */
export async function saveTemplate(
  tx: OrgTx,
  actor: Actor,
  asked: TemplateFields & { templateId: Id | null; version: number },
): Promise<Outcome<Id> & { overtaken?: boolean }> {
  if (!writesTemplates(actor, null)) return refused(NOT_YOURS)
  const { templateId, version, ...fields } = asked
  if (templateId) await lockTemplate(tx, templateId)
  const before = templateId ? await findTemplate(tx, templateId) : null
  if (templateId && !before) return refused(GONE)
  const refusals = checkTemplate(fields, {
    roles: new Set((await listRoles(tx)).map(({ roleId }) => roleId)),
    competencies: new Set((await listCompetencies(tx)).map(({ competencyId }) => competencyId)),
    measures: new Set((await templateMeasures(tx)).map(({ key }) => key)),
  })
  if (refusals.length > 0) return refused(...refusals)
  if (before && before.version !== version)
    return { ...refused({ message: await overtakenWords(tx, before) }), overtaken: true }
  const template: Template = {
    ...fields,
    templateId: before?.templateId ?? tx.newId(),
    version: (before?.version ?? 0) + 1,
    changedBy: actor.personId,
    changedAt: tx.now,
    putAwayOn: before?.putAwayOn ?? null,
  }
  await saveTemplateRow(tx, template)
  await note(tx, actor, null, template.templateId, before ? 'templates.changed' : 'templates.written', fields)
  return done(template.templateId)
}

async function overtakenWords(tx: OrgTx, { changedBy, changedAt }: Template): Promise<string> {
  const who = (await findPerson(tx, changedBy))?.name ?? 'Somebody'
  const zone = (await findOrganisation(tx))?.zone ?? 'Europe/London'
  return `${who} changed this template on ${plainDay(dayIn(changedAt, zone))}, after you opened it. What you typed is kept below: compare the two, and save again.`
}

/** One template; null where there is none. */
export async function findTemplate(tx: OrgTx, templateId: Id): Promise<Template | null> {
  return (await listAllTemplates(tx)).find((one) => one.templateId === templateId) ?? null
}

/** Puts a template away, or brings it back: nobody starts from it meanwhile. */
export async function putAway(
  tx: OrgTx,
  actor: Actor,
  asked: { templateId: Id; away: boolean },
  today: Day,
): Promise<Outcome<null>> {
  if (!writesTemplates(actor, null)) return refused(NOT_YOURS)
  await lockTemplate(tx, asked.templateId)
  const before = await findTemplate(tx, asked.templateId)
  if (!before) return refused(GONE)
  const putAwayOn = asked.away ? (before.putAwayOn ?? today) : null
  await saveTemplateRow(tx, { ...before, putAwayOn, version: before.version + 1 })
  await note(tx, actor, null, before.templateId, 'templates.put-away', { putAwayOn })
  return done(null)
}

/** A leader offers a template to somebody they lead; what comes of it is that person's own. Refusals name `person`. */
export async function offerTemplate(
  tx: OrgTx,
  actor: Actor,
  asked: { templateId: Id; personId: Id },
  today: Day,
): Promise<Outcome<null>> {
  const { templateId, personId } = asked
  if (!actor.leads.includes(personId))
    return refused({ field: 'person', message: 'Choose somebody you lead.' })
  const template = await findTemplate(tx, templateId)
  if (!template || template.putAwayOn) return refused(GONE)
  const old = (await listOffers(tx, personId)).find((one) => one.templateId === templateId)
  await saveOffer(tx, {
    personId,
    templateId,
    offeredBy: actor.personId,
    offeredByName: actor.name,
    offeredOn: today,
    takenOn: old?.takenOn ?? null,
    declinedOn: null,
  })
  await note(tx, actor, personId, templateId, 'templates.offered', {})
  return done(null)
}

/** A template that somebody can start from, and what was said of it. */
export type Fitting = { template: Template; offer: Offer | null }

/** Whether an offer waits for an answer. */
export const isWaiting = ({ offer }: Fitting): boolean =>
  offer?.offeredOn != null &&
  offer.declinedOn === null &&
  (offer.takenOn === null || offer.takenOn < offer.offeredOn)

/** The templates that somebody can start from: what they were offered, those for their role, those for anybody. */
export async function templatesFor(tx: OrgTx, personId: Id, today: Day): Promise<Fitting[]> {
  const roleId = (await roleOf(tx, personId, today))?.roleId ?? null
  const offers = await listOffers(tx, personId)
  const all = (await listAllTemplates(tx)).flatMap((template): Fitting[] => {
    if (template.putAwayOn) return []
    const offer = offers.find((one) => one.templateId === template.templateId) ?? null
    const fits = template.roleId === null || template.roleId === roleId || offer !== null
    return fits ? [{ template, offer }] : []
  })
  return all.sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)))
}

/**
 * Starts from a template: a draft for each of its objectives, with dates from today, linked to the person's newest need of
 * the same competency. Nothing is proposed by itself. Source: mission.md A10.
 * @returns how many drafts were made
 */
export async function startFrom(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; templateId: Id },
  today: Day,
): Promise<Outcome<number>> {
  const { personId, templateId } = asked
  if (actor.personId !== personId)
    return refused({ message: 'Only the person can start from a template. Offer it to them.' })
  const fitting = (await templatesFor(tx, personId, today)).find(
    ({ template }) => template.templateId === templateId,
  )
  if (!fitting) return refused(GONE)
  const { template, offer } = fitting
  const person = await findPerson(tx, personId)
  const needs = (await listNeeds(tx, personId, actor)).filter((need) => need.kind === 'professional')
  const newest = needs.toSorted((a, b) => Number(b.ref.slice(2)) - Number(a.ref.slice(2)))
  const units = new Map((await templateMeasures(tx)).map(({ key, unit }) => [key, unit]))
  const names = { me: actor.name, leader: person?.leader ?? '', other: '' }
  for (const item of template.items) {
    const need = (item.competencyId && newest.find((one) => one.competencyId === item.competencyId)) || null
    const unit = (item.measure && units.get(item.measure)) || null
    const fields = draftOf(item, { start: today, need, unit, names })
    const draft = { personId, objectiveId: null, version: null, fields, cause: null, causeReason: '' }
    const saved = await saveDraft(tx, actor, draft, today)
    if (!saved.ok) return saved
  }
  const answered = offer ?? { personId, templateId, offeredBy: null, offeredByName: null, offeredOn: null }
  await saveOffer(tx, { ...answered, takenOn: today, declinedOn: null })
  await note(tx, actor, personId, templateId, 'templates.taken', { version: template.version })
  return done(template.items.length)
}

/** Says no to a template that was offered. */
export async function declineOffer(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; templateId: Id },
  today: Day,
): Promise<Outcome<null>> {
  const { personId, templateId } = asked
  if (actor.personId !== personId) return refused({ message: 'Only the person can answer an offer.' })
  const offer = (await listOffers(tx, personId)).find((one) => one.templateId === templateId)
  if (!offer?.offeredOn) return refused(GONE)
  await saveOffer(tx, { ...offer, declinedOn: today })
  await note(tx, actor, personId, templateId, 'templates.declined', {})
  return done(null)
}

/**
 * A version of somebody's plan as a template to begin with, not yet kept: professional objectives alone, with the
 * competency where all who assess the person may read the need, days as weeks, and people as what they are to them. Null where there is no such version, or its person is not led by the viewer.
 */
export async function templateOf(
  tx: OrgTx,
  viewer: Actor,
  asked: { personId: Id; version: number },
  today: Day,
): Promise<TemplateFields | null> {
  const { personId, version } = asked
  if (viewer.personId !== personId && !viewer.leads.includes(personId)) return null
  const content = await findContent(tx, personId, version)
  if (!content) return null
  const person = await findPerson(tx, personId)
  const leaderId = person?.leaderId ?? null
  const needs = new Map(
    (await listNeeds(tx, personId, viewer))
      .filter(({ sharing }) => sharing === 'assessor')
      .map((need) => [need.needId, need]),
  )
  const people = (await listPeople(tx)).map((one): Named => ({ name: one.name, as: nameless(one.personId) }))
  function nameless(id: Id): string {
    return id === personId ? 'me' : id === leaderId ? 'my leader' : 'a colleague'
  }
  const items = content
    .filter(({ kind, state }) => kind === 'professional' && state !== 'closed')
    .map((one) => {
      const competencyId = (one.needId && needs.get(one.needId)?.competencyId) || null
      return itemOf(one, people, { competencyId, leaderId })
    })
  const roleId = (await roleOf(tx, personId, today))?.roleId ?? null
  return { name: '', roleId, cohort: '', items }
}

async function note(
  tx: OrgTx,
  actor: Actor,
  personId: Id | null,
  recordId: Id,
  kind: string,
  payload: object,
): Promise<void> {
  await record(tx, { kind, actor, personId, recordId, payload })
}
