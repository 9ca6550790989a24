import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { mostLike } from '../contacts/contacts.ts'
import { linkRecords } from '../evidence/evidence.ts'
import { findCompetency } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { findPerson, listPeople, type Person } from '../people/people.ts'
import { type By, settleEvidence } from './keeping.ts'
import { bearingOf } from './rules/telling.ts'
import { saveMeaning } from './store/competencies.ts'
import { listNaming } from './store/rows.ts'
import { listNames, lockSource, type Name, saveMatch } from './store/sources.ts'
import { tellUpheld } from './upheld.ts'

/** A name of a source with whom it may be: `suggested` is a proposal only; a human matches. */
export type NameToMatch = Name & { suggested: Person | null }

/** The names of a source: those to match, each with whom it may be, and those settled. */
export async function namesOf(
  tx: OrgTx,
  sourceId: Id,
): Promise<{ open: NameToMatch[]; settled: Name[]; people: Person[] }> {
  const names = await listNames(tx, sourceId)
  const people = (await listPeople(tx)).filter(({ state }) => state !== 'left')
  const isOpen = ({ personId, nobody }: Name) => personId === null && !nobody
  return {
    people,
    settled: names.filter((name) => !isOpen(name)),
    open: names.filter(isOpen).map((name) => ({ ...name, suggested: mostLike(name.name, people) })),
  }
}

/**
 * Says whose a name of a source is: a person's, nobody's, or open again. Its records become their evidence at once,
 * and end where they were before. It is remembered for every later file of that source.
 * @returns how many records became evidence
 */
export async function matchName(
  tx: OrgTx,
  actor: By,
  asked: { source: { sourceId: Id; name: string }; name: string; whose: Id | 'nobody' | null },
  today: Day,
): Promise<Outcome<number>> {
  const { source, name, whose } = asked
  const nobody = whose === 'nobody'
  const personId = nobody ? null : whose
  if (personId !== null && !(await findPerson(tx, personId)))
    return refused({ field: 'person', message: 'That person is not here. Choose another.' })
  await lockSource(tx, source.sourceId)
  if (!(await saveMatch(tx, { sourceId: source.sourceId, name, personId, nobody })))
    return refused({ field: 'person', message: `No records came under the name ${name}.` })
  await record(tx, {
    kind: 'records.name-matched',
    actor,
    personId,
    recordId: source.sourceId,
    payload: { name, nobody },
  })
  return done(await settleEvidence(tx, actor, source, today))
}

/**
 * Says which competency the words of files mean, or (null) that they mean none. Every record that names it so is
 * linked to it. It is remembered for every later file.
 * @returns how many items were linked
 */
export async function nameCompetency(
  tx: OrgTx,
  actor: By,
  { key, competencyId }: { key: string; competencyId: Id | null },
  today: Day,
): Promise<Outcome<number>> {
  if (competencyId !== null && !(await findCompetency(tx, competencyId)))
    return refused({ field: 'competency', message: 'Choose a competency of the framework in force.' })
  if (!(await saveMeaning(tx, { key, competencyId })))
    return refused({
      field: 'competency',
      message: 'Nothing waits under these words. Somebody may have named it.',
    })
  await record(tx, {
    kind: 'records.competency-named',
    actor,
    personId: null,
    recordId: competencyId,
    payload: { words: key },
  })
  if (competencyId === null) return done(0)
  const naming = await listNaming(tx, key)
  const links = naming.flatMap(({ evidenceId, kind, content }) => {
    const bears = bearingOf(kind, content)
    return evidenceId && bears ? [{ evidenceId, competencyId, ...bears }] : []
  })
  const linked = await linkRecords(tx, actor, links, today)
  await tellUpheld(tx, actor, naming, today)
  return done(linked)
}
