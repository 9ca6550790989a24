import type { Refusal } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { paths } from '../paths.ts'
import { type Answer, get, goTo, page, post, type Visit } from '../visit.ts'
import { giveUp, resend, unconfirmed } from './letters.ts'
import { LettersPage } from './pages/letters-page.tsx'

async function lettersPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, house, today, org } = visit
  const letters = await unconfirmed(tx)
  const waiting = letters.filter(({ waits }) => waits).length
  return page(
    {
      title: 'Mail not confirmed',
      lead: `${count(letters.length, 'mail')} that no mail server has confirmed, ${waiting} of them for you to decide.`,
      nav: paths.people,
      crumbs: [{ text: 'People', href: paths.people }, { text: 'Mail not confirmed' }],
      refusals,
    },
    <LettersPage
      letters={letters}
      mail={house.mail.configured}
      today={today}
      zone={org.zone}
      refusals={refusals}
    />,
  )
}

async function sendAgain(visit: Visit): Promise<Answer> {
  const outcome = await resend(visit.house, visit.tx, visit.actor, visit.params.letter ?? '')
  if (!outcome.ok) return lettersPage(visit, outcome.refusals)
  return goTo(paths.outbox, 'It is sent again. It stays here until the mail server has confirmed it.')
}

async function leave(visit: Visit): Promise<Answer> {
  const outcome = await giveUp(visit.tx, visit.actor, visit.params.letter ?? '')
  if (!outcome.ok) return lettersPage(visit, outcome.refusals)
  return goTo(paths.outbox, 'It is left at that. What it said is gone.')
}

export const routes = [
  get(paths.outbox, 'outbox.manage', (visit) => lettersPage(visit)),
  post(paths.letterSending(':letter'), 'outbox.manage', sendAgain),
  post(paths.letterEnd(':letter'), 'outbox.manage', leave),
]
