import { longDay } from '../../kernel/day.ts'
import { PrintButton } from '../../ui/button.tsx'
import { paths } from '../paths.ts'
import { listAssessors } from '../people/people.ts'
import { planOf } from '../plans/plans.ts'
import { readinessOf } from '../readiness/readiness.ts'
import { witnessesOf } from '../testimony/testimony.ts'
import { type Answer, get, page, type Visit } from '../visit.ts'
import { AccountPage, type Choice } from './pages/account-page.tsx'
import { portfolioOf, threadsIn } from './portfolio.ts'
import { sealOf } from './seal.ts'

function choiceOf({ query, own }: Visit): Choice {
  if (!query.has('shown')) return { threads: true, readiness: true, onlyYou: false }
  return {
    threads: query.has('threads'),
    readiness: query.has('readiness'),
    onlyYou: own && query.has('only-you'),
  }
}

async function account(visit: Visit): Promise<Answer> {
  const { tx, person, actor, today, own, org, may } = visit
  const contacts = may('testimony.contacts')
  const choice = choiceOf(visit)
  const { onlyYou } = choice
  const portfolio = await portfolioOf(tx, person.personId, actor, today, { onlyYou })
  const { plan } = portfolio
  const all = own ? (await planOf(tx, person.personId, actor, today)).objectives : []
  const version = plan.version > 0 ? ` Plan version ${plan.version}.` : ' No plan is agreed yet.'
  const place = [person.job ?? portfolio.role?.title, person.team, org.name].filter(Boolean).join(', ')
  const crumb = {
    text: plan.version > 0 ? `Plan, version ${plan.version}` : 'Plan',
    href: paths.plan(person.personId),
  }
  return page(
    {
      title: `Account of development, ${person.name}`,
      lead: `${place}.${version} Written out on ${longDay(today)}.`,
      actions: <PrintButton kind="primary">Print</PrintButton>,
      nav: own ? paths.plan(person.personId) : paths.team,
      crumbs: own
        ? [crumb, { text: 'Account' }]
        : [
            { text: 'Team', href: paths.team },
            { text: person.name, href: paths.person(person.personId) },
            crumb,
            { text: 'Account' },
          ],
    },
    <AccountPage
      person={person}
      own={own}
      portfolio={portfolio}
      threads={choice.threads ? await threadsIn(tx, portfolio, today) : []}
      witnesses={await witnessesOf(tx, person.personId, { contacts })}
      contacts={contacts}
      readiness={choice.readiness ? await readinessOf(tx, person.personId, actor, today, { onlyYou }) : []}
      assessors={(await listAssessors(tx, person.personId)).map(({ name }) => name)}
      seal={await sealOf(tx)}
      choice={choice}
      hidden={all.filter((one) => one.sharing !== 'assessor').map(({ ref }) => ref)}
      zone={org.zone}
      today={today}
    />,
  )
}

export const routes = [get(paths.account(':person'), 'account.read', account)]
