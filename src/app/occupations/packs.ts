import { type Actor, administers } from '../../kernel/actor.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import type { ProfileFields } from '../roles/roles.ts'
import { keepFacts } from './loading.ts'
import { proposedRole } from './proposing.ts'
import { idFor } from './rules/facts.ts'
import { factsOfPack, type Pack, packSchema } from './rules/pack.ts'

/** The starter packs by name: read when they are asked for. */
const PACKS: Record<string, () => Promise<{ default: unknown }>> = {
  'contact-centre': () => import('./packs/contact-centre.json', { with: { type: 'json' } }),
  retail: () => import('./packs/retail.json', { with: { type: 'json' } }),
  hospitality: () => import('./packs/hospitality.json', { with: { type: 'json' } }),
}

export const PACK_NAMES: readonly string[] = Object.keys(PACKS)

export type { Pack }

/** A starter pack; null where none has the name. */
export async function findPack(name: string): Promise<Pack | null> {
  const read = Object.hasOwn(PACKS, name) ? await PACKS[name]?.() : undefined
  return read ? packSchema.parse(read.default) : null
}

/** Every starter pack. */
export async function listPacks(): Promise<Pack[]> {
  return (await Promise.all(PACK_NAMES.map(findPack))).filter((pack) => pack !== null)
}

/**
 * Loads a starter pack into the library of occupations; its roles are only offered. Loaded again, it changes nothing.
 * @returns how many rows were new or changed
 */
export async function loadPack(tx: OrgTx, actor: Actor | null, name: string): Promise<Outcome<number>> {
  if (actor && !administers(actor, null))
    return refused({ message: 'Only an administrator loads occupations.' })
  const pack = await findPack(name)
  if (!pack)
    return refused({
      field: 'pack',
      message: `There is no pack ${name}. There are: ${PACK_NAMES.join(', ')}.`,
    })
  let rows = 0
  for (const facts of factsOfPack(pack)) {
    const { added, changed } = await keepFacts(tx, facts)
    rows += added + changed
  }
  if (rows > 0)
    await record(tx, {
      kind: 'occupations.pack-loaded',
      actor,
      personId: null,
      recordId: null,
      payload: { pack: name, rows },
    })
  return done(rows)
}

/**
 * A role of a pack as the organisation's own mapping proposes it; null where the pack is not loaded. Where its occupation
 * is known by title alone, the figures of one like it stand in, and it is cited too.
 */
export async function proposedPackRole(
  tx: OrgTx,
  pack: Pack,
  index: number,
): Promise<Awaited<ReturnType<typeof proposedRole>>> {
  const plan = pack.roles[index]
  const cited = plan && (await proposedRole(tx, idFor(plan.occupation)))
  if (!plan || !cited) return null
  const like = plan.like === null ? null : await proposedRole(tx, idFor(plan.like))
  const from = like ?? cited
  const role: ProfileFields = {
    ...from.role,
    title: plan.title,
    track: plan.track,
    responsibility: plan.responsibility,
    sector: pack.sector,
    sources: like ? [...cited.role.sources, ...like.role.sources] : cited.role.sources,
  }
  return { ...from, role }
}
