import { done, type Outcome, type Refusal, refused } from '../../../kernel/outcome.ts'
import type { Mastery, ProfileFields, Requirement, Responsibility } from './profile.ts'

/** A profile's form as it was typed; lists are a line each. */
export type TypedProfile = {
  title: string
  track: string
  responsibility: string
  sector: string
  jobs: string
  entry: string
  sources: readonly { title: string; address: string }[]
  /** '' where nothing is asked. */
  months: string
  sourceKinds: string
  actingMonths: string
}

/** The most of each that may be asked before promotion. */
const MOST: Record<keyof Mastery, number> = { months: 60, sources: 10, actingMonths: 60 }

/**
 * Reads a profile's form, all but what it asks of competencies. Refusals name `title`, `track`, `responsibility`,
 * `sector`, `jobs`, `entry`, `source-N`, `address-N`, `months`, `sources`, `actingMonths`.
 */
export function readProfile(typed: TypedProfile): Outcome<Omit<ProfileFields, 'requirements'>> {
  const fields = {
    title: typed.title.trim(),
    track: typed.track.trim(),
    responsibility: (/^[1-6]$/.test(typed.responsibility)
      ? Number(typed.responsibility)
      : 0) as Responsibility,
    sector: typed.sector.trim() || null,
    jobs: linesOf(typed.jobs).map((line) => line.toLowerCase()),
    entry: typed.entry.trim(),
    sources: typed.sources
      .map(({ title, address }) => ({ title: title.trim(), address: address.trim() }))
      .filter(({ title, address }) => title || address),
    mastery: null,
  }
  const refusals = [...checkSources(typed.sources)]
  const asked = { months: typed.months, sources: typed.sourceKinds, actingMonths: typed.actingMonths }
  for (const [field, text] of Object.entries(asked) as [keyof Mastery, string][])
    if (!/^\d*$/.test(text.trim()) || Number(text) > MOST[field])
      refusals.push({
        field,
        message: `Give a whole number from 0 to ${MOST[field]}, or leave it empty where nothing is asked.`,
      })
  if (refusals.length > 0) return refused(...checkFields({ ...fields, requirements: [] }), ...refusals)
  const mastery: Mastery = {
    months: Number(asked.months),
    sources: Number(asked.sources),
    actingMonths: Number(asked.actingMonths),
  }
  const profile = { ...fields, mastery: Object.values(mastery).some((one) => one > 0) ? mastery : null }
  const wrong = checkFields({ ...profile, requirements: [] })
  return wrong.length > 0 ? refused(...wrong) : done(profile)
}

const linesOf = (text: string) => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

function checkSources(sources: TypedProfile['sources']): Refusal[] {
  return sources.flatMap(({ title, address }, at) => {
    if (!title.trim() && address.trim())
      return [{ field: `source-${at}`, message: 'Say what is at this address.' }]
    return address.trim() && !isAddress(address.trim())
      ? [
          {
            field: `address-${at}`,
            message: 'An address begins with https:// or http://. Or leave it empty.',
          },
        ]
      : []
  })
}

const isAddress = (address: string) =>
  /^https?:\/\/[^\s]+$/i.test(address) && URL.canParse(address) && address.length <= 500

const oneLine = (field: string, what: string, text: string | null, most: number): Refusal[] =>
  text !== null && (text.length > most || /[\n\r\u2028\u2029]/.test(text))
    ? [{ field, message: `Keep ${what} to one line of at most ${most} characters.` }]
    : []

/** Every reason why a profile cannot be published so. Refusals name fields as `readProfile` does. */
export function checkFields(fields: ProfileFields): Refusal[] {
  const { title, track, responsibility, sector, jobs, entry, sources } = fields
  const refusals: Refusal[] = []
  if (!title) refusals.push({ field: 'title', message: 'Give the role a title.' })
  if (!track) refusals.push({ field: 'track', message: 'Name the track, such as Line.' })
  if (!(responsibility >= 1 && responsibility <= 6))
    refusals.push({ field: 'responsibility', message: 'Choose what the role answers for.' })
  refusals.push(...oneLine('title', 'the title', title, 100), ...oneLine('track', 'the track', track, 60))
  refusals.push(...oneLine('sector', 'the sector', sector, 60))
  if (jobs.length > 30 || jobs.some((job) => job.length > 100))
    refusals.push({ field: 'jobs', message: 'Give at most 30 names, of at most 100 characters each.' })
  if (entry.length > 2000)
    refusals.push({ field: 'entry', message: `Keep to 2,000 characters. It has ${entry.length}.` })
  for (const [at, source] of sources.entries())
    refusals.push(...oneLine(`source-${at}`, 'a source', source.title, 300))
  if (sources.length > 20) refusals.push({ field: 'source-0', message: 'Cite at most 20 sources.' })
  return refusals
}

/** Whether what a profile asks of competencies can be asked: each once, and of those there are. */
export function checkAsked(requirements: readonly Requirement[], known: ReadonlySet<string>): Refusal[] {
  const unknown = requirements.find(({ competencyId }) => !known.has(competencyId))
  if (unknown)
    return [{ field: `level-${unknown.competencyId}`, message: 'Choose competencies of the list.' }]
  if (new Set(requirements.map(({ competencyId }) => competencyId)).size < requirements.length)
    return [{ field: 'levels', message: 'Ask for each competency once.' }]
  return requirements.some(({ essential }) => essential)
    ? []
    : [{ field: 'levels', message: 'Ask for at least one competency that is essential.' }]
}
