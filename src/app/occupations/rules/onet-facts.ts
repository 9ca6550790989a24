import { type Facts, idFor, onetElementUri, onetOccupationUri, type SkillFact } from './facts.ts'
import type { OnetDraft } from './onet-tables.ts'
import { leftOut } from './sheet.ts'

/** What the tables said together; rows of occupations that "Occupation Data" does not have are left out. */
export function onetFactsOf(draft: OnetDraft, version: string): { facts: Facts; warnings: string[] } {
  const { occupations, zones, groups, alternatives, near, skills, asks, descriptions, anchors } = draft
  for (const [code, occupation] of occupations) {
    occupation.jobZone = zones.get(code) ?? null
    occupation.alternatives = [...(alternatives.get(code) ?? [])].filter(
      (each) => each && each !== occupation.title,
    )
  }
  const known = [...asks.values()].filter(({ code }) => occupations.has(code))
  const others = near.filter(({ from, fact }) => from !== fact.code)
  const nearKnown = others.filter(({ from }) => occupations.has(from))
  const left = asks.size - known.length + others.length - nearKnown.length
  const elements = [...skills].map(
    ([element, { kind, title, skillId }]): SkillFact => ({
      skillId,
      kind,
      code: element,
      uri: onetElementUri(element),
      title,
      description: descriptions.get(element) ?? '',
      anchors: (anchors.get(element) ?? []).sort((a, b) => a.value - b.value),
    }),
  )
  return {
    facts: {
      scheme: 'onet',
      version,
      occupations: [...occupations.values()],
      skills: elements,
      asks: known.map(({ code: _, ...ask }) => ask),
      near: nearKnown.map(({ from, fact }) => ({
        ...fact,
        title: fact.title || (occupations.get(fact.code)?.title ?? fact.code),
        occupationId: idFor(onetOccupationUri(from)),
      })),
      groups: [...groups].map(([code, title]) => ({ code, title })),
    },
    warnings: [
      ...leftOut(left, 'row', '“Occupation Data” does not have their occupation'),
      ...leftOut(near.length - others.length, 'row', 'it puts an occupation near itself'),
      ...[...draft.otherScales].flatMap(([file, rows]) =>
        leftOut(rows, 'row', `“${file}” rates them on another scale than IM or LV`),
      ),
    ],
  }
}
