/** What in a text could tell who a customer is. */
export type PersonalKind =
  | 'e-mail'
  | 'phone'
  | 'postcode'
  | 'card'
  | 'NI number'
  | 'bank'
  | 'order'
  | 'customer'

/** One place in a text, as it stands there, and the word that replaces it. `from` and `to` are character positions. */
export type PersonalData = { kind: PersonalKind; found: string; from: number; to: number; becomes: string }

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** The check sum of a payment card's number. Source: ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of Array.from(digits).reverse().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return digits.length > 0 && sum % 10 === 0
}

const isCard = (text: string): boolean => {
  const digits = digitsOf(text)
  return digits.length >= 13 && digits.length <= 19 && !/^(\d)\1*$/.test(digits) && passesLuhn(digits)
}

const isPhone = (text: string): boolean => {
  const national = digitsOf(text).replace(/^(0044|44)0?/, '0')
  return /^0[1-35789]\d{8,9}$/.test(national)
}

const NO_NI = /^(BG|GB|KN|NK|NT|TN|ZZ)/i

/** Letters and digits in a row, with a digit among them: the number of an account, a parcel or a case. */
const isReference = (text: string): boolean => /\d/.test(text) && /[\p{L}\d]{2}.*[\p{L}\d]{2}/u.test(text)

type Search = {
  kind: PersonalKind
  /** What it looks like; where the pattern has a group, the group alone. */
  pattern: RegExp
  holds: (text: string) => boolean
  /** Looked for only where the text speaks of this. */
  near?: RegExp
}

const BANK = /\b(?:sort code|account|refund|bank|bacs)\b/i

/** In the order in which one wins over another at the same place. Source: domain.md 7, customer PII in evidence. */
const SEARCHES: readonly Search[] = [
  {
    kind: 'e-mail',
    pattern:
      /(?<![\p{L}\p{N}._%+'’-])[\p{L}\p{N}._%+'’-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}/gu,
    holds: () => true,
  },
  { kind: 'card', pattern: /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-]*\d)/g, holds: isCard },
  {
    kind: 'phone',
    pattern: /(?<![\d+])(?:\+44|0044|0|\(0)[\d() .-]{8,16}\d(?!\d)/g,
    holds: isPhone,
  },
  {
    kind: 'NI number',
    pattern: /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi,
    holds: (text) => !NO_NI.test(text),
  },
  {
    kind: 'postcode',
    pattern: /\b[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b/gi,
    holds: (text) => text.includes(' ') || text === text.toUpperCase(),
  },
  { kind: 'bank', pattern: /\bGB\d{2} ?[A-Z]{4}(?: ?\d){14}\b/g, holds: () => true },
  { kind: 'bank', pattern: /(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])/g, holds: () => true, near: BANK },
  {
    kind: 'bank',
    pattern: /\b(?:account(?: number)?|\d{2}-\d{2}-\d{2}) (\d{8})\b(?! ?\d)/gi,
    holds: () => true,
    near: /(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])/,
  },
  {
    kind: 'order',
    pattern:
      /\b(?:order|ref|reference|account|customer|booking|invoice|policy|parcel|tracking|case|claim)(?: ?(?:reference|ref|number|no|id|is)\b\.?| ?[:#]){0,3} ?(#?[A-Z0-9][A-Z0-9/-]{2,}[A-Z0-9])\b/gi,
    holds: isReference,
  },
  { kind: 'order', pattern: /(?:#\d{5,}|\b(?:ORD|INV|REF|SO|PO)[-/]?\d{4,})\b/g, holds: () => true },
  {
    kind: 'customer',
    pattern:
      /\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Lady|Lord)\.? (?:and|&) )?(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Lady|Lord)\.? (?:\p{Lu}\. )?(?:(?:[Vv]an|[Dd]e|[Dd]er|[Vv]on) ){0,2}\p{Lu}[\p{L}’'-]*\p{L}(?<!['’]s)(?: \p{Lu}[\p{L}’-]*\p{L})?/gu,
    holds: () => true,
  },
]

/**
 * The places in a text that could tell who a customer is, in reading order and never overlapping. It looks at shapes:
 * it misses what has none, such as a first name, and it may take another number for a card or a telephone.
 * Source: domain.md 7.
 */
export function findPersonalData(text: string): PersonalData[] {
  const taken: PersonalData[] = []
  // Marks each character, as looking through all that was found would take minutes for a long text.
  const marked = new Uint8Array(text.length)
  for (const { kind, pattern, holds, near } of SEARCHES) {
    if (near && !near.test(text)) continue
    for (const match of text.matchAll(pattern)) {
      const found = match[1] ?? match[0]
      const from = match.index + match[0].length - found.length
      const to = from + found.length
      if (!holds(found) || marked.subarray(from, to).includes(1)) continue
      marked.fill(1, from, to)
      taken.push({ kind, found, from, to, becomes: `[${kind}]` })
    }
  }
  return taken.sort((a, b) => a.from - b.from)
}

/** The text with every place found whose words are chosen replaced by what it becomes. */
export function redact(text: string, chosen: ReadonlySet<string>): string {
  let answer = ''
  let at = 0
  for (const one of findPersonalData(text)) {
    if (!chosen.has(one.found)) continue
    answer += text.slice(at, one.from) + one.becomes
    at = one.to
  }
  return answer + text.slice(at)
}
