/**
 * What must be said where facts of a classification are shown: its publisher's own wording, with the version.
 * Sources: onetcenter.org/license_db.html; esco.ec.europa.eu, terms of use; Commission Decision 2011/833/EU.
 */
const ESCO = (version: string): string =>
  `This service uses the ESCO classification of the European Commission${version && `, version ${version}`}. Levels, links and selections are this organisation's or Goldthread's own.`

const ONET = (version: string): string =>
  `This page includes information from the O*NET${version && ` ${version}`} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. Goldthread has modified some of this information; USDOL/ETA has not approved, endorsed, or tested these modifications.`

/** A reference that a page shows: its title, which may name a version, and its address. */
export type Reference = { title: string; address: string }

const versionIn = (title: string, name: RegExp): string => name.exec(title)?.[1] ?? ''

/** The attributions that a page owes for what it shows, each once; none where it shows neither ESCO nor O*NET. */
export function attributionsFor(shown: readonly Reference[]): string[] {
  const found = shown.flatMap(({ title, address }) => {
    if (/data\.europa\.eu\/esco|esco\.ec\.europa\.eu/.test(address))
      return [ESCO(versionIn(title, /ESCO (\d+(?:\.\d+)*)/))]
    if (/onetonline\.org|onetcenter\.org/.test(address))
      return [ONET(versionIn(title, /O\*NET (\d+(?:\.\d+)*)/))]
    return []
  })
  return [...new Set(found)].sort()
}
