import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
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

/** What a role is called, and whether it is retired. */
export type RoleNames = Named & Pick<RoleProfile, 'roleId' | 'retired'>

/** What a position says of its role: the role itself, or a job title to read it from. */
export type HeldPosition = { roleId: Id | null; job: string | null }

/**
 * Reads positions: the role that one names, else the one that its job title names, else the usual one. A retired role is
 * still the role of whoever has its title; one in use goes before it.
 * @param usualId where it is in use; the first in use otherwise
 */
export function positionReader(
  names: readonly RoleNames[],
  usualId: Id,
): (position: HeldPosition | null) => Id | null {
  const here = new Set(names.map(({ roleId }) => roleId))
  const inUse = names.filter(({ retired }) => !retired)
  const byJob = jobReader([...inUse, ...names.filter(({ retired }) => retired)])
  const usual = inUse.find(({ roleId }) => roleId === usualId) ?? inUse[0] ?? names[0]
  return (position) => {
    if (position?.roleId && here.has(position.roleId)) return position.roleId
    const named = position?.job ? byJob(position.job) : null
    return (named ?? usual)?.roleId ?? null
  }
}

/**
 * Whether another role in use goes already by what a role is newly called: a job title names one role.
 * @param said names that the role had before and keeps are left out by the caller
 */
export function namesTaken(
  said: { title: string | null; jobs: readonly string[] },
  others: readonly Pick<RoleNames, 'title' | 'jobs'>[],
): Refusal[] {
  const owner = (name: string, names: (role: (typeof others)[number]) => readonly string[]) =>
    others.find((role) => names(role).some((one) => plain(one) === plain(name)))
  const refusals: Refusal[] = []
  const { title } = said
  const titled = title === null ? undefined : owner(title, (role) => role.jobs)
  if (titled)
    refusals.push({
      field: 'title',
      message: `“${title}” is another name of ${titled.title}. Take it out there first, or choose another title.`,
    })
  for (const job of said.jobs) {
    const other = owner(job, (role) => [role.title, ...role.jobs])
    if (other)
      refusals.push({
        field: 'jobs',
        message: `“${job}” names ${other.title} already. Take it out here, or there first.`,
      })
  }
  return refusals
}
