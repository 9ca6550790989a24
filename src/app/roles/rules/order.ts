import type { RoleProfile } from './profile.ts'

/** The track that everybody begins on. Source: mission.md B1. */
const LINE = 'Line'

/** Tracks as roles name them: the line first, then each where its first role stands. */
export function tracksOf(roles: readonly Pick<RoleProfile, 'track'>[]): string[] {
  const tracks = [...new Set(roles.map(({ track }) => track))]
  return tracks.includes(LINE) ? [LINE, ...tracks.filter((track) => track !== LINE)] : tracks
}

/** Roles by track, the line first, and within a track by growing responsibility; else as they stood. */
export function byTrack<T extends Pick<RoleProfile, 'track' | 'responsibility'>>(roles: readonly T[]): T[] {
  const place = new Map(tracksOf(roles).map((track, at) => [track, at]))
  const placeOf = ({ track }: T) => place.get(track) ?? 0
  return roles.toSorted((a, b) => placeOf(a) - placeOf(b) || a.responsibility - b.responsibility)
}
