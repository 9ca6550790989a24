import type { RoleProfile } from './profile.ts'

const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

type Named = Pick<RoleProfile, 'title' | 'jobs' | 'responsibility'>

/**
 * Reads job titles as somebody typed them, and answers the role that each names: by the role's own title, else by another
 * name it goes by, else by a name that stands in the title as whole words. Where several do, the one that answers for most
 * ("Senior customer adviser" is no adviser), then the longest name ("Senior complaints handler"), then the earlier role.
 * Null where none does.
 */
export function jobReader<T extends Named>(roles: readonly T[]): (job: string) => T | null {
  const titles = new Map<string, T>()
  const names = new Map<string, T>()
  const known = roles.flatMap((role) => {
    const own = [role.title, ...role.jobs].map(plain).filter((name) => name.trim() !== '')
    const [title] = own
    if (title && !titles.has(title)) titles.set(title, role)
    for (const name of own) if (!names.has(name)) names.set(name, role)
    return own.map((name) => ({ role, name }))
  })
  known.sort((a, b) => b.role.responsibility - a.role.responsibility || b.name.length - a.name.length)
  return (job) => {
    const title = plain(job)
    return (
      titles.get(title) ?? names.get(title) ?? known.find(({ name }) => title.includes(name))?.role ?? null
    )
  }
}
