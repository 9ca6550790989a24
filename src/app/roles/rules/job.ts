import type { RoleProfile } from './profile.ts'

const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/**
 * The role that a job title as somebody typed it names: by the role's own title, else by another name it goes by that
 * stands in the title as whole words. Where several do, the one that answers for most ("Senior customer adviser" is no
 * adviser), then the longest name ("Senior complaints handler"). Null where none does.
 */
export function roleForJob<T extends Pick<RoleProfile, 'title' | 'jobs' | 'responsibility'>>(
  job: string,
  roles: readonly T[],
): T | null {
  const title = plain(job)
  const own = roles.find((role) => plain(role.title) === title)
  if (own) return own
  const named = roles.flatMap((role) =>
    [role.title, ...role.jobs]
      .filter((name) => title.includes(plain(name)))
      .map((name) => ({ role, length: name.length })),
  )
  const [first] = named.sort((a, b) => b.role.responsibility - a.role.responsibility || b.length - a.length)
  return first?.role ?? null
}
