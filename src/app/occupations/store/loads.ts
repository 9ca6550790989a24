import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Scheme } from '../rules/facts.ts'

/** What a load did: rows of every kind that were read, added and changed. */
export type Counts = {
  version: string
  occupations: number
  skills: number
  relations: number
  added: number
  changed: number
  warnings: string[]
}

/** A download that somebody handed in. */
export type Load = {
  loadId: Id
  scheme: Scheme
  askedVersion: string | null
  fileName: string
  fileSize: number
  uploadHash: string | null
  state: 'waiting' | 'loading' | 'loaded' | 'refused'
  stage: string
  done: number
  of: number | null
  refusals: string[]
  counts: Counts | null
  madeBy: Id
  madeAt: Date
}

const loads = (tx: OrgTx) => tx.db.selectFrom('occupation_load').selectAll().where('org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof loads>['executeTakeFirstOrThrow']>>

const toLoad = (row: Row): Load => ({
  loadId: row.load_id,
  scheme: row.scheme as Scheme,
  askedVersion: row.asked_version,
  fileName: row.file_name,
  fileSize: row.file_size,
  uploadHash: row.upload_hash,
  state: row.state as Load['state'],
  stage: row.stage,
  done: row.done,
  of: row.of,
  refusals: row.refusals,
  counts: row.counts as Counts | null,
  madeBy: row.made_by,
  madeAt: row.made_at,
})

/** Newest first. */
export async function listLoads(tx: OrgTx): Promise<Load[]> {
  return (await loads(tx).orderBy('made_at', 'desc').orderBy('load_id', 'desc').limit(20).execute()).map(
    toLoad,
  )
}

export async function findLoad(tx: OrgTx, loadId: Id): Promise<Load | null> {
  const row = await loads(tx).where('load_id', '=', loadId).executeTakeFirst()
  return row ? toLoad(row) : null
}

export async function saveLoad(
  tx: OrgTx,
  load: Pick<Load, 'loadId' | 'scheme' | 'askedVersion' | 'fileName' | 'fileSize' | 'uploadHash' | 'madeBy'>,
): Promise<void> {
  await tx.db
    .insertInto('occupation_load')
    .values({
      org_id: tx.orgId,
      load_id: load.loadId,
      scheme: load.scheme,
      asked_version: load.askedVersion,
      file_name: load.fileName,
      file_size: load.fileSize,
      upload_hash: load.uploadHash,
      state: 'waiting',
      made_by: load.madeBy,
      made_at: tx.now,
    })
    .execute()
}

export async function changeLoad(
  tx: OrgTx,
  loadId: Id,
  change: Partial<Pick<Load, 'state' | 'stage' | 'done' | 'of' | 'refusals' | 'counts' | 'uploadHash'>>,
): Promise<void> {
  const { uploadHash, counts, ...rest } = change
  await tx.db
    .updateTable('occupation_load')
    .set({
      ...rest,
      ...(uploadHash === undefined ? {} : { upload_hash: uploadHash }),
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
    })
    .where('org_id', '=', tx.orgId)
    .where('load_id', '=', loadId)
    .execute()
}
