import type { Id } from '../../../kernel/id.ts'
import { SCHEME_WORDS, type Scheme } from './facts.ts'

/** A link from a competency to an item of a recognised framework, as far as it is needed here. */
export type Link = { competencyId: Id; framework: string; address: string; code: string; title: string }

type Skill = { uri: string; code: string; title: string }

const isOf = (scheme: Scheme, { framework }: Pick<Link, 'framework'>) =>
  framework === SCHEME_WORDS[scheme].name || framework.startsWith(`${SCHEME_WORDS[scheme].name} `)

/** The links that are to a skill: by its code or address, else by exactly its label where the link has no code. */
export function linksTo<L extends Link>(scheme: Scheme, skill: Skill, links: readonly L[]): L[] {
  return links.filter(
    (link) =>
      isOf(scheme, link) &&
      (link.code !== '' && skill.code !== ''
        ? link.code === skill.code
        : link.title.toLowerCase() === skill.title.toLowerCase()),
  )
}
