import assert from 'node:assert/strict'
import { before } from 'node:test'
import { loadDemo } from '../src/app/demo/demo.ts'
import { paths } from '../src/app/paths.ts'
import { actorOf, listPeople } from '../src/app/people/people.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Id } from '../src/kernel/id.ts'
import type { OrgTx } from '../src/shell/db.ts'
import { openWorld, type Session, type World } from './world.ts'

/** The demo, loaded before the tests of a file: it takes far longer than all that is asked of it. */
export type Larkfield = ReturnType<typeof openLarkfield>

export function openLarkfield() {
  let opened: { world: World; orgId: Id } | null = null
  const told: string[] = []
  before(async () => {
    const world = await openWorld({ today: '2026-11-17' })
    opened = { world, orgId: await loadDemo(world.house, (words) => told.push(words)) }
  })
  const now = () => {
    assert.ok(opened, 'the demo is loaded')
    return opened
  }
  const inDemo = <T>(work: (tx: OrgTx) => Promise<T>) =>
    now().world.house.db.inOrg(now().orgId, work, { readOnly: true })

  return {
    get world() {
      return now().world
    },
    /** What was said while it was loaded. */
    told,
    inDemo,
    /** Goes on as a character. */
    async as(name: string): Promise<Session> {
      const session = now().world.visitor()
      await session.post(paths.demo)
      const { personId } = await inDemo((tx) => who(tx, name))
      await session.post(`${paths.demo}/as`, { person: personId })
      return session
    },
  }
}

/** A character as one who acts. */
export async function who(tx: OrgTx, name: string): Promise<Actor> {
  const person = (await listPeople(tx)).find((one) => one.name === name)
  const seen = person && (await actorOf(tx, person.personId))
  assert.ok(seen, name)
  return seen.actor
}
