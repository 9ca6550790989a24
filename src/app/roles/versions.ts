import { type Id, isId } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { competenciesEver } from '../frameworks/frameworks.ts'
import { type Entry, listHistory } from '../history/history.ts'
import { listVersionsOf } from './store/profiles.ts'

/** A version of a role's profile, with why it was made and what differs from the one before, in words. */
export type ToldVersion = {
  version: string
  madeAt: Date
  inForce: boolean
  /** In its publisher's words; '' where nobody said. */
  because: string
  /** A sentence without its full stop for each difference; none for the first version. */
  words: string[]
}

/** So many entries about one role are looked through. */
const MOST = 1000

/** The versions of a role's profile, the one in force first, then newest first. */
export async function listVersions(tx: OrgTx, roleId: Id): Promise<ToldVersion[]> {
  if (!isId(roleId)) return []
  const entries = await listHistory(tx, { recordId: roleId }, MOST)
  const banded = entries.flatMap((entry) => bandedIn(entry)?.competencyId ?? [])
  const { now, formerly } = await competenciesEver(tx, banded)
  const titles = new Map([...formerly, ...now].map((one) => [one.competencyId, one.title]))
  const told = new Map(
    entries.flatMap((entry): [string, Pick<ToldVersion, 'because' | 'words'>][] => {
      const published = publishedIn(entry)
      if (published) return [[published.version, published]]
      const bands = bandedIn(entry)
      if (!bands) return []
      const title = titles.get(bands.competencyId) ?? 'A competency'
      return [[bands.version, { because: '', words: [`${title}: other figures make its levels`] }]]
    }),
  )
  return (await listVersionsOf(tx, roleId)).map((one) => {
    const { because = '', words = [] } = told.get(one.version) ?? {}
    return { ...one, because, words }
  })
}

/** What the history keeps of a version that was published; null of other entries. */
function publishedIn({ kind, payload }: Entry) {
  return kind === 'roles.published'
    ? (payload as { version: string; because: string; words: string[] } | null)
    : null
}

function bandedIn({ kind, payload }: Entry) {
  return kind === 'roles.bands-declared' ? (payload as { version: string; competencyId: Id } | null) : null
}
