import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import { findSecret } from '../../shell/secrets.ts'
import type { House } from '../visit.ts'
import { type SafeFile, seeAgain } from './checking-files.ts'

/**
 * A file that came with a form which is not saved yet. It is laid aside, so that it need not be chosen anew; `sign`
 * shows that it was laid aside for whoever sends it back.
 */
export type HeldFile = { name: string; hash: string; size: number; sign: string }

type Holder = Pick<Actor, 'orgId' | 'personId'>

/** For how long a file waits for its form. */
const HELD_DAYS = 7

async function signOf(house: House, holder: Holder, file: { name: string; hash: string }): Promise<string> {
  const said = JSON.stringify([holder.orgId, holder.personId, file.hash, file.name])
  return createHmac('sha256', await findSecret(house.db, 'held files'))
    .update(said)
    .digest('base64url')
}

/** Lays a file aside for whoever sent it. */
export async function holdFile(house: House, holder: Holder, file: SafeFile): Promise<HeldFile> {
  const now = house.db.now()
  await forgetHeldFiles(house, holder.orgId)
  const { name, size } = file
  const hash = await house.files.hold(holder.orgId, file.bytes, now)
  return { name, size, hash, sign: await signOf(house, holder, { name, hash }) }
}

/** A file that was laid aside for this holder; null where it was not, or is gone. */
export async function heldFile(
  house: House,
  holder: Holder,
  held: Omit<HeldFile, 'size'>,
): Promise<SafeFile | null> {
  const [given, due] = [Buffer.from(held.sign), Buffer.from(await signOf(house, holder, held))]
  if (given.length !== due.length || !timingSafeEqual(given, due)) return null
  const bytes = await house.files.readHeld(holder.orgId, held.hash)
  return bytes && seeAgain(held.name, bytes)
}

/** Removes what was laid aside and never saved. */
export async function forgetHeldFiles(house: House, orgId: string): Promise<void> {
  await house.files.forgetHeld(orgId, new Date(house.db.now().getTime() - HELD_DAYS * 86_400_000))
}
