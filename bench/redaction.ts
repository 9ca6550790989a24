import { findPersonalData } from '../src/app/evidence/rules/redaction.ts'
import { NOTES, readNote } from '../src/app/evidence/rules/redaction-set.ts'

/**
 * Precision and recall of the personal data found in notes that a reader marked. A place counts as found where the kind
 * is right and the two overlap; `exact` where they begin and end together too.
 * Run: node --import tsx bench/redaction.ts [--misses]
 */
const cases = NOTES.map((note, index) => {
  const { text, marked } = readNote(note)
  const found = findPersonalData(text)
  return { line: index + 1, text, marked, found }
})
type Case = (typeof cases)[number]
const meet = (a: { from: number; to: number }, b: { from: number; to: number }) =>
  a.from < b.to && b.from < a.to

function tally(some: readonly Case[], kind?: string) {
  const right = (place: { kind: string }) => kind === undefined || place.kind === kind
  const marked = some.flatMap((one) => one.marked.filter(right).map((place) => ({ one, place })))
  const found = some.flatMap((one) => one.found.filter(right).map((place) => ({ one, place })))
  const hit = found.filter(({ one, place }) =>
    one.marked.some((mark) => mark.kind === place.kind && meet(mark, place)),
  )
  const caught = marked.filter(({ one, place }) =>
    one.found.some((each) => each.kind === place.kind && meet(each, place)),
  )
  const exact = marked.filter(({ one, place }) =>
    one.found.some((each) => each.from === place.from && each.to === place.to),
  )
  return {
    marked: marked.length,
    found: found.length,
    hit: hit.length,
    caught: caught.length,
    exact: exact.length,
  }
}

const share = (part: number, whole: number) => (whole === 0 ? ' -  ' : (part / whole).toFixed(2))
function print(name: string, { marked, found, hit, caught, exact }: ReturnType<typeof tally>): void {
  console.log(
    `${name.padEnd(22)} precision ${share(hit, found)} (${hit} of ${found})  recall ${share(caught, marked)} (${caught} of ${marked})  exact ${exact}`,
  )
}

print(`all ${cases.length} notes`, tally(cases))
print('tuned on (odd)', tally(cases.filter(({ line }) => line % 2 === 1)))
print('held out (even)', tally(cases.filter(({ line }) => line % 2 === 0)))
for (const kind of [...new Set(cases.flatMap(({ marked }) => marked.map((mark) => mark.kind)))])
  print(`  ${kind}`, tally(cases, kind))
if (process.argv.includes('--misses'))
  for (const { line, text, marked, found } of cases) {
    const words = (place: { kind: string; from: number; to: number }) =>
      `${place.kind}:${text.slice(place.from, place.to)}`
    const [theirs, ours] = [marked.map(words).join(' '), found.map(words).join(' ')]
    if (line % 2 === 1 && theirs !== ours) console.log(line, '|', theirs, '|', ours, '|', text)
  }
