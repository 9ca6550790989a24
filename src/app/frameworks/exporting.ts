import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { turn } from '../../shell/turns.ts'
import { listCrosswalk, listVersionsOf, readPackage } from './frameworks.ts'
import { withCrosswalk } from './rules/case-crosswalk.ts'
import { caseChunks } from './rules/case-write.ts'
import type { FrameworkPackage, FrameworkSource } from './rules/item.ts'
import { writeMoodle } from './rules/moodle-write.ts'
import { writePlain } from './rules/plain-write.ts'

/** A framework as a file. */
export type FrameworkWritten = { name: string; type: string; bytes: Uint8Array }

/** A framework's package as strict CASE 1.1, made piece by piece so that other requests go on. */
export async function writeCaseApart(
  pkg: FrameworkPackage,
  writing: { origin: string; at: string },
): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for (const piece of caseChunks(pkg, writing)) {
    if (piece) pieces.push(Buffer.from(piece))
    await turn()
  }
  return Buffer.concat(pieces)
}

/**
 * A version of a framework as a file; null where there is no such version.
 * @param origin the https origin of this installation
 */
export async function exportFramework(
  tx: OrgTx,
  { frameworkId, version, format }: { frameworkId: Id; version: string; format: FrameworkSource['format'] },
  origin: string,
): Promise<FrameworkWritten | null> {
  const entry = (await listVersionsOf(tx, frameworkId)).find((each) => each.version === version)
  const pkg = entry && (await readPackage(tx, frameworkId, version))
  if (!entry || !pkg) return null
  const whole = format === 'case' ? withCrosswalk(pkg, await listCrosswalk(tx)) : pkg
  await turn()
  return writeFramework(whole, format, { origin, at: entry.madeAt.toISOString() })
}

/** A package as a file of one of the formats. */
export async function writeFramework(
  pkg: FrameworkPackage,
  format: FrameworkSource['format'],
  writing: { origin: string; at: string },
): Promise<FrameworkWritten> {
  const name = `${pkg.title} ${pkg.version ?? ''}`.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  if (format === 'case')
    return {
      name: `${name.slice(0, 100)}.json`,
      type: 'application/json; charset=utf-8',
      bytes: await writeCaseApart(pkg, writing),
    }
  return {
    name: `${name.slice(0, 100)}.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: Buffer.from(format === 'csv' ? writePlain(pkg) : writeMoodle(pkg)),
  }
}
