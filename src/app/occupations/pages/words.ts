import { attributionsFor } from '../../../kernel/attribution.ts'
import { SCHEME_WORDS, type Scheme } from '../rules/facts.ts'
import type { Occupation } from '../store/occupations.ts'

/** "ESCO 1.2.0". */
export const versionWords = ({ scheme, version }: { scheme: Scheme; version: string }): string =>
  `${SCHEME_WORDS[scheme].name} ${version}`

/** What must be said where facts of some classifications stand on a page. */
export const attributionsOf = (shown: readonly { scheme: Scheme; version: string }[]): string[] =>
  attributionsFor(
    shown.map((one) => ({ title: versionWords(one), address: SCHEME_WORDS[one.scheme].address })),
  )

/** The group of an occupation, in a line: its ISCO group, or its job zone. */
export function groupWords({ scheme, group, groupCode, jobZone }: Occupation): string {
  if (scheme === 'onet') return group || (jobZone === null ? 'No job zone known' : `Job zone ${jobZone}`)
  return groupCode ? `ISCO ${groupCode}${group && `, ${group}`}` : 'No ISCO group known'
}
