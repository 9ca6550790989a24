import type { Refusal } from '../../kernel/outcome.ts'
import { possessive } from '../../kernel/text.ts'
import { findCompetency, listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Visit } from '../visit.ts'
import { setAgeRule } from './ageing.ts'
import { endExempting, exempt, legalOf } from './exempting.ts'
import { judgeLink, linkCasesOf } from './judging.ts'
import { DutiesPage } from './pages/duties-page.tsx'
import { JudgePage } from './pages/judge-page.tsx'
import { RulePage, RulesPage } from './pages/rules-page.tsx'
import { placeOf } from './place.ts'
import { findReadable } from './read.ts'
import { USUAL_RULE } from './rules/currency.ts'
import { LETTERS, VERDICTS } from './rules/judgement.ts'
import { type KeptAgeRule, listAgeRules } from './store/age-rules.ts'
import { dateTyped, dayTyped, NO_SUCH_DAY } from './typed.ts'

async function casePage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, actor, person, own, params, today, form, may } = visit
  const item = found(await findReadable(tx, person.personId, params.evidence ?? '', actor))
  const { cases } = await linkCasesOf(tx, item, today)
  const each = found(cases.find(({ link }) => link.linkId === params.link))
  const { crumbs = [], nav } = placeOf(visit, { text: each.title })
  const above = { text: item.ref, href: paths.evidenceItem(person.personId, item.evidenceId) }
  return page(
    {
      nav,
      crumbs: [...crumbs.slice(0, -1), above, { text: each.title }],
      title: item.title,
      h1: `${item.ref} for ${each.title}`,
      lead: `${own ? 'Your' : possessive(person.name)} evidence ${each.link.bearing === 'for' ? 'points for it' : 'speaks against it'}: ${each.link.reason || 'nobody has said why yet'}`,
      refusals,
    },
    <JudgePage
      item={item}
      each={each}
      mayJudge={may('evidence.judge') && !item.draft}
      refusals={refusals}
      values={form.values}
      today={today}
    />,
  )
}

async function judge(visit: Visit): Promise<Answer> {
  const { tx, actor, person, params, form, today } = visit
  const [personId, evidenceId] = [person.personId, params.evidence ?? '']
  const judgements = LETTERS.map(({ letter }) => ({
    letter,
    verdict: VERDICTS.find((verdict) => verdict === form.text(`verdict-${letter}`)) ?? null,
    words: form.text(`words-${letter}`),
  }))
  const asked = { personId, evidenceId, linkId: params.link ?? '', judgements }
  const outcome = await judgeLink(tx, actor, asked, today)
  if (!outcome.ok) return casePage(visit, outcome.refusals)
  return goTo(paths.evidenceItem(personId, evidenceId), 'Your judgement is kept beside the link.')
}

async function dutiesPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, today, form, may } = visit
  return page(
    {
      ...placeOf(visit, { text: 'What the law asks' }),
      title: own ? 'What the law asks of my work' : `What the law asks of ${possessive(person.name)} work`,
      lead: 'Data protection, equality, and health and safety: each with evidence, or with a reason why it does not apply.',
      refusals,
    },
    <DutiesPage
      personId={person.personId}
      legal={await legalOf(tx, person.personId, today, { includePrivate: own })}
      sayer={person.leader}
      mayExempt={may('evidence.exempt') && !(own && person.leader)}
      typed={{
        competency: form.text('competency'),
        reason: form.text('reason'),
        until: dateTyped(form, 'until'),
      }}
      refusals={refusals}
      today={today}
    />,
  )
}

async function sayExempt(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const { personId } = person
  const until = dayTyped(form, 'until')
  const asked = { personId, competencyId: form.text('competency'), reason: form.text('reason') }
  const outcome = await exempt(tx, actor, { ...asked, until: until.day }, today)
  if (outcome.ok) return goTo(paths.legalDuties(personId), 'It is said not to apply, until it lapses.')
  const wrong = { field: 'until', message: NO_SUCH_DAY }
  return dutiesPage(
    visit,
    outcome.refusals.map((refusal) => (until.wrong && refusal.field === 'until' ? wrong : refusal)),
  )
}

async function unsayExempt(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const { personId } = person
  const outcome = await endExempting(tx, actor, { personId, competencyId: form.text('competency') }, today)
  if (!outcome.ok) return dutiesPage(visit, outcome.refusals)
  return goTo(paths.legalDuties(personId), 'Evidence is asked for again.')
}

const place = { nav: paths.frameworks }
const frameworks = { text: 'Frameworks', href: paths.frameworks }

async function rulesPage({ tx, may }: Visit): Promise<Answer> {
  return page(
    {
      ...place,
      crumbs: [frameworks, { text: 'How long evidence counts' }],
      title: 'How long evidence counts',
      lead: 'Old evidence says how somebody worked then. These are the limits of your organisation.',
    },
    <RulesPage
      competencies={await listCompetencies(tx)}
      rules={await listAgeRules(tx)}
      maySet={may('evidence.set-rules')}
    />,
  )
}

async function rulePage(
  visit: Visit,
  refused: { refusals: readonly Refusal[]; conflict?: KeptAgeRule } | null = null,
): Promise<Answer> {
  const { tx, params, form } = visit
  const competency = found(await findCompetency(tx, params.competency ?? ''))
  const now = (await listAgeRules(tx)).get(competency.competencyId) ?? USUAL_RULE
  const before = refused && !refused.conflict ? beforeIn(visit) : now
  return page(
    {
      ...place,
      crumbs: [
        frameworks,
        { text: 'How long evidence counts', href: paths.evidenceRules },
        { text: competency.title },
      ],
      title: competency.title,
      lead: 'How long evidence for this competency counts, for everybody in the organisation.',
      refusals: refused?.refusals,
      status: refused?.conflict ? 409 : undefined,
    },
    <RulePage
      competency={competency}
      before={before}
      months={refused ? form.text('months') : String(now.months)}
      reason={refused ? form.text('reason') : (now.reason ?? '')}
      conflict={refused?.conflict ?? null}
      refusals={refused?.refusals ?? []}
    />,
  )
}

const beforeIn = ({ form }: Visit) => ({
  months: form.whole('before-months') ?? 0,
  reason: form.text('before-reason') || null,
})

async function setRule(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form, today } = visit
  const competencyId = found(await findCompetency(tx, params.competency ?? '')).competencyId
  const outcome = await setAgeRule(
    tx,
    actor,
    { competencyId, months: form.whole('months'), reason: form.text('reason'), before: beforeIn(visit) },
    today,
  )
  if (!outcome.ok) return rulePage(visit, outcome)
  return goTo(paths.evidenceRules, 'The rule is set, and holds from today.')
}

const link = paths.evidenceCase(':person', ':evidence', ':link')
const duties = paths.legalDuties(':person')

export const vacsrRoutes = [
  get(link, 'evidence.read', (visit) => casePage(visit)),
  post(link, 'evidence.judge', judge),
  get(duties, 'evidence.read', (visit) => dutiesPage(visit)),
  post(duties, 'evidence.exempt', sayExempt),
  post(`${duties}/end`, 'evidence.exempt', unsayExempt),
  get(paths.evidenceRules, 'evidence.rules', rulesPage),
  get(paths.evidenceRule(':competency'), 'evidence.set-rules', (visit) => rulePage(visit)),
  post(paths.evidenceRule(':competency'), 'evidence.set-rules', setRule),
]
