import type { TypedProfile } from './fields.ts'
import type { RoleProfile } from './profile.ts'

type Values = Readonly<Record<string, string>>

/** How many lines of sources the form has: those there are, and two more. */
export function sourceLines(values: Values): number {
  const filled = Object.keys(values).flatMap((name) => {
    const at = /^(?:source|address)-(\d{1,2})$/.exec(name)?.[1]
    return at && values[name]?.trim() ? [Number(at) + 1] : []
  })
  return Math.min(Math.max(0, ...filled) + 2, 22)
}

/** The values of a profile's form as the profile stands. */
export function valuesOf(role: Omit<RoleProfile, 'roleId' | 'version' | 'retired'>): Record<string, string> {
  const { title, track, responsibility, sector, jobs, entry, sources, mastery, requirements } = role
  const asked = (number: number | undefined) => (number ? String(number) : '')
  return {
    title,
    track,
    responsibility: String(responsibility),
    sector: sector ?? '',
    jobs: jobs.join('\n'),
    entry,
    months: asked(mastery?.months),
    sources: asked(mastery?.sources),
    actingMonths: asked(mastery?.actingMonths),
    ...Object.fromEntries(
      sources.flatMap(({ title, address }, at) => [
        [`source-${at}`, title],
        [`address-${at}`, address],
      ]),
    ),
    ...Object.fromEntries(
      requirements.flatMap(({ competencyId, level, essential, weight }) => [
        [`level-${competencyId}`, String(level)],
        [`needed-${competencyId}`, essential ? 'essential' : 'helpful'],
        [`weight-${competencyId}`, String(weight)],
      ]),
    ),
  }
}

/** The form's values as its reading takes them. */
export function typedOf(values: Values): TypedProfile {
  const text = (name: string) => values[name] ?? ''
  return {
    title: text('title'),
    track: text('track'),
    responsibility: text('responsibility'),
    sector: text('sector'),
    jobs: text('jobs'),
    entry: text('entry'),
    sources: Array.from({ length: sourceLines(values) }, (_, at) => ({
      title: text(`source-${at}`),
      address: text(`address-${at}`),
    })),
    months: text('months'),
    sourceKinds: text('sources'),
    actingMonths: text('actingMonths'),
  }
}
