import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { addPerson } from './placing.ts'
import { type ListedPerson, readPeople } from './rules.ts'
import { listPeople } from './store/people.ts'

/** Reads a list of people and says of each line whether it is new, here already, or refused. Adds nobody. */
export async function checkList(tx: OrgTx, text: string): Promise<Outcome<ListedPerson[]>> {
  return readPeople(text, await listPeople(tx))
}

/** Adds the new people of a list, leaders first. Answers who was added; lines that are refused are left out. */
export async function addList(
  tx: OrgTx,
  actor: Actor,
  text: string,
  from: Day,
): Promise<Outcome<{ added: Id[]; refused: (ListedPerson & { why: string })[] }>> {
  const list = await checkList(tx, text)
  if (!list.ok) return list
  const added: Id[] = []
  const left: ListedPerson[] = list.value.filter((line) => line.state === 'refused')
  const fresh = list.value
    .filter((line) => line.state === 'new')
    .sort((a, b) => Number(b.standing === 'leader') - Number(a.standing === 'leader'))
  for (const line of fresh) {
    const outcome = await addPerson(tx, actor, { ...line, from })
    if (outcome.ok) added.push(outcome.value)
    else
      left.push({
        ...line,
        state: 'refused',
        why: outcome.refusals.map((refusal) => refusal.message).join(' '),
      })
  }
  return done({ added, refused: left })
}
