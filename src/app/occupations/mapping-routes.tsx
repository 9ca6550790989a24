import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { type Answer, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { decideMatch, listMapping } from './mapping.ts'
import { findOccupation } from './occupations.ts'
import { decisionField, MappingPage, otherField } from './pages/mapping-page.tsx'
import { searchWords } from './rules/search.ts'

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
      crumbs: [{ text: 'Occupations', href: paths.occupations }, { text: 'Skills and our competencies' }],
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

/** Keeps what differs from what was decided before, of the skills that the page showed. */
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
  for (const { skill, matches } of mapped) {
    for (const { competency, decision } of matches) {
      const said = form.text(decisionField(skill.skillId, competency.competencyId))
      if (said && said !== decision) await say(skill.skillId, competency.competencyId, said)
    }
    const other = form.text(otherField(skill.skillId))
    if (other) await say(skill.skillId, other, 'related')
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
