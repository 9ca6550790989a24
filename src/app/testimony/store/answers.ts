import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Assessing } from '../rules/answer.ts'
import type { AskedAs } from '../rules/request.ts'

/** Who answered a request, as they declared themself. Of a customer: the first name they allow, and nothing else. */
export type Declared = {
  requestId: Id
  /** The item that holds their words. */
  evidenceId: Id
  as: AskedAs
  /** Why somebody who was asked as an expert witness counts as a witness. */
  whyNot: string | null
  name: string
  work: string | null
  relationship: string
  contact: string | null
  sawOn: Day | null
  competence: string | null
  assessing: Assessing | null
  assessingWords: string | null
  /** Which interest an expert witness declares; null for none. */
  conflict: string | null
  signedAs: string | null
  answeredOn: Day
}

export async function saveDeclared(tx: OrgTx, declared: Declared): Promise<void> {
  await tx.db
    .insertInto('testimony_answer')
    .values({
      org_id: tx.orgId,
      request_id: declared.requestId,
      evidence_id: declared.evidenceId,
      counts_as: declared.as,
      why_not: declared.whyNot,
      name: declared.name,
      work: declared.work,
      relationship: declared.relationship,
      contact: declared.contact,
      saw_on: declared.sawOn,
      competence: declared.competence,
      assessing: declared.assessing,
      assessing_words: declared.assessingWords,
      conflict: declared.conflict,
      signed_as: declared.signedAs,
      answered_on: declared.answeredOn,
    })
    .execute()
}

/** Everybody who answered about a person, in the order in which they did. */
export async function listDeclared(tx: OrgTx, personId: Id): Promise<Declared[]> {
  const rows = await tx.db
    .selectFrom('testimony_answer as a')
    .innerJoin('testimony_request as r', (join) =>
      join.onRef('r.org_id', '=', 'a.org_id').onRef('r.request_id', '=', 'a.request_id'),
    )
    .selectAll('a')
    .where('a.org_id', '=', tx.orgId)
    .where('r.person_id', '=', personId)
    .orderBy('a.answered_on')
    .orderBy('a.evidence_id')
    .execute()
  return rows.map((row) => ({
    requestId: row.request_id,
    evidenceId: row.evidence_id,
    as: row.counts_as as AskedAs,
    whyNot: row.why_not,
    name: row.name,
    work: row.work,
    relationship: row.relationship,
    contact: row.contact,
    sawOn: row.saw_on,
    competence: row.competence,
    assessing: row.assessing as Assessing | null,
    assessingWords: row.assessing_words,
    conflict: row.conflict,
    signedAs: row.signed_as,
    answeredOn: row.answered_on,
  }))
}
