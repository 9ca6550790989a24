import { z } from 'zod'
import type { Id } from '../../../kernel/id.ts'
import {
  type AskFact,
  escoSkillId,
  type Facts,
  idFor,
  type OccupationFact,
  onetElementUri,
  onetOccupationUri,
  type SkillFact,
} from './facts.ts'

const skillRow = z.tuple([z.string(), z.string(), z.enum(['skill', 'knowledge', 'work style'])])
const groups = z.array(z.tuple([z.string(), z.string()]))
const alternatives = z.array(z.string()).default([])
const place = z.int().nonnegative()
const figure = z.number().nullable()

const escoPart = z.strictObject({
  scheme: z.literal('esco'),
  version: z.string(),
  groups,
  /** Address ('' where only the label is known), label, kind. */
  skills: z.array(skillRow),
  occupations: z.array(
    z.strictObject({
      code: z.string(),
      uri: z.string(),
      title: z.string(),
      group: z.string(),
      alternatives,
      /** Places in `skills`. */
      essential: z.array(place),
      optional: z.array(place),
    }),
  ),
})

const onetPart = z.strictObject({
  scheme: z.literal('onet'),
  version: z.string(),
  groups,
  /** Element, name, kind. */
  skills: z.array(skillRow),
  occupations: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      zone: z.int().nullable(),
      alternatives,
      /** Place in `skills`, importance, level. */
      ratings: z.array(z.tuple([place, figure, figure])).default([]),
      /** Code, title and tier of what lies near, nearest first. */
      near: z.array(z.tuple([z.string(), z.string(), z.string()])).default([]),
    }),
  ),
})

/** A starter pack: facts alone, with the roles of a trade that can be drawn from them. `bin/packs.mjs` writes them. */
export const packSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  sector: z.string(),
  about: z.string(),
  attribution: z.array(z.string()),
  facts: z.array(z.discriminatedUnion('scheme', [escoPart, onetPart])),
  roles: z.array(
    z.strictObject({
      title: z.string(),
      track: z.string(),
      responsibility: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
      /** The address of the occupation that it cites. */
      occupation: z.string(),
      /** The one whose figures stand for it, where the occupation is known by its title alone. */
      like: z.string().nullable(),
    }),
  ),
})

export type Pack = z.infer<typeof packSchema>
type EscoPart = z.infer<typeof escoPart>
type OnetPart = z.infer<typeof onetPart>

/** The facts of a pack, by classification. */
export function factsOfPack(pack: Pack): Facts[] {
  return pack.facts.map((part) => (part.scheme === 'esco' ? escoFacts(part) : onetFacts(part)))
}

const skillFact = (
  skillId: Id,
  code: string,
  uri: string,
  title: string,
  kind: SkillFact['kind'],
): SkillFact => ({
  skillId,
  kind,
  code,
  uri,
  title,
  description: '',
  anchors: [],
})

function escoFacts({ version, groups, skills, occupations }: EscoPart): Facts {
  const facts = skills.map(([uri, title, kind]) =>
    skillFact(escoSkillId(uri, title), uri.split('/').at(-1) ?? '', uri, title, kind),
  )
  return {
    scheme: 'esco',
    version,
    groups: groups.map(([code, title]) => ({ code, title })),
    skills: facts,
    occupations: occupations.map(
      ({ code, uri, title, group, alternatives }): OccupationFact => ({
        occupationId: idFor(uri),
        code,
        uri,
        title,
        alternatives,
        groupCode: group,
        jobZone: null,
        description: '',
      }),
    ),
    asks: occupations.flatMap(({ uri, essential, optional }) => {
      const ask = (relation: 'essential' | 'optional') => (at: number) => {
        const skillId = facts[at]?.skillId
        return skillId ? [{ occupationId: idFor(uri), skillId, relation, importance: null, level: null }] : []
      }
      return [...optional.flatMap(ask('optional')), ...essential.flatMap(ask('essential'))]
    }),
    near: [],
  }
}

function onetFacts({ version, groups, skills, occupations }: OnetPart): Facts {
  const facts = skills.map(([element, title, kind]) =>
    skillFact(idFor(onetElementUri(element)), element, onetElementUri(element), title, kind),
  )
  const idOf = (code: string) => idFor(onetOccupationUri(code))
  return {
    scheme: 'onet',
    version,
    groups: groups.map(([code, title]) => ({ code, title })),
    skills: facts,
    occupations: occupations.map(({ code, title, zone, alternatives }) => ({
      occupationId: idOf(code),
      code,
      uri: onetOccupationUri(code),
      title,
      alternatives,
      groupCode: '',
      jobZone: zone,
      description: '',
    })),
    asks: occupations.flatMap(({ code, ratings }) =>
      ratings.flatMap(([at, importance, level]): AskFact[] => {
        const skillId = facts[at]?.skillId
        return skillId ? [{ occupationId: idOf(code), skillId, relation: null, importance, level }] : []
      }),
    ),
    near: occupations.flatMap(({ code, near }) =>
      near.map(([nearCode, title, tier], at) => ({
        occupationId: idOf(code),
        nearId: idOf(nearCode),
        code: nearCode,
        title,
        tier,
        place: at + 1,
      })),
    ),
  }
}
