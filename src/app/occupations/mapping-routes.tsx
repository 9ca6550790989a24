import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { type Answer, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { decideMatch, listMapping } from './mapping.ts'
import { findOccupation } from './occupations.ts'
import { decisionField, MappingPage, seenField } from './pages/mapping-page.tsx'
import { searchWords } from './rules/search.ts'

/** What `decisionField` and `otherField` are called. */
const FIELD = /^(match|other)-([\da-f-]{36})(?:-([\da-f-]{36}))?$/

/** Skills shown at a time: each with several decisions. */
const SHOWN = 12

function askedOf({ query }: Visit) {
  const place = Number(query.get('page') ?? 1)
  return {
    about: (query.get('about') ?? '').trim().slice(0, 200),
    occupation: query.get('occupation') ?? '',
    here: Number.isInteger(place) && place > 0 && place < 10_000 ? place : 1,
  }
}

async function listed(visit: Visit) {
  const { about, occupation, here } = askedOf(visit)
  return listMapping(visit.tx, {
    occupationId: isId(occupation) ? occupation : undefined,
    words: searchWords(about),
    limit: SHOWN,
    offset: (here - 1) * SHOWN,
  })
}

async function mappingPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx } = visit
  const { about, occupation, here } = askedOf(visit)
  const { mapped, of } = await listed(visit)
  return page(
    {
      title: 'Skills and our competencies',
      lead: 'What is related is your decision; words in common only propose it.',
      nav: paths.roles,
      crumbs: [
        { text: 'Roles', href: paths.roles },
        { text: 'Occupations', href: paths.occupations },
        { text: 'Skills and our competencies' },
      ],
      refusals,
    },
    <MappingPage
      mapped={mapped}
      of={of}
      here={here}
      pages={Math.ceil(of / SHOWN)}
      about={about}
      occupation={await findOccupation(tx, occupation)}
      competencies={await listCompetencies(tx)}
      refusals={refusals}
    />,
  )
}

/** Keeps what was chosen otherwise than the page showed it: what somebody else decided meanwhile stays. */
async function decide(visit: Visit): Promise<Answer> {
  const { tx, actor, form } = visit
  const { mapped } = await listed(visit)
  const refusals: Refusal[] = []
  let kept = 0
  const say = async (skillId: string, competencyId: string, decision: string) => {
    const outcome = await decideMatch(tx, actor, { skillId, competencyId, decision })
    if (outcome.ok) kept += 1
    else refusals.push(...outcome.refusals.map(({ message }) => ({ message })))
  }
  const now = new Map(
    mapped.flatMap(({ skill: { skillId }, matches }) =>
      matches.map(({ competency: { competencyId }, decision }) => [
        decisionField(skillId, competencyId),
        decision,
      ]),
    ),
  )
  for (const name of Object.keys(form.values)) {
    const [, field = '', skillId = '', competencyId = ''] = FIELD.exec(name) ?? []
    const said = form.text(name)
    if (said === '') continue
    if (field === 'other') await say(skillId, said, 'related')
    if (field !== 'match') continue
    const stands = now.get(decisionField(skillId, competencyId)) ?? 'open'
    const seen = form.text(seenField(skillId, competencyId)) || stands
    if (said !== seen && said !== stands) await say(skillId, competencyId, said)
  }
  if (refusals.length > 0) return mappingPage(visit, refusals)
  const { about, occupation, here } = askedOf(visit)
  const words = kept === 0 ? 'Nothing differs from before.' : `${count(kept, 'decision')} kept.`
  return goTo(paths.occupationMapping({ about, occupation, page: String(here) }), words)
}

export const mappingRoutes: readonly Route[] = [
  get(paths.occupationMapping(), 'occupations.manage', (visit) => mappingPage(visit)),
  post(paths.occupationMapping(), 'occupations.manage', decide),
]
