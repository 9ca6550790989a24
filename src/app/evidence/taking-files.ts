import type { Refusal } from '../../kernel/outcome.ts'
import { hashOf } from '../../shell/files.ts'
import type { Visit } from '../visit.ts'
import { makeSafe, type SafeFile } from './checking-files.ts'
import { type HeldFile, heldFile, holdFile } from './holding-files.ts'
import { FILES_LIMIT, safeName, TEXT } from './rules/file-type.ts'
import { type FileChoice, isFileChoice, personalDataIn, withoutPersonalData } from './rules/file-words.ts'
import { detailField } from './rules/kinds.ts'
import type { PersonalData } from './rules/redaction.ts'
import type { EvidenceFile } from './store/items.ts'

/** A file that holds what could identify a customer, and what was chosen to do with it. */
export type FileFinding = {
  hash: string
  name: string
  /** Whether its words are all there is, so that they can be replaced in it. */
  plain: boolean
  found: readonly PersonalData[]
  choice: FileChoice | null
  because: string
}

/** A file that shall be kept, with its bytes. */
export type ReadyFile = EvidenceFile & { bytes: Uint8Array }

/** What came with a form about files: what to show again, and what to keep once nothing is refused. */
export type TakenFiles = {
  held: readonly HeldFile[]
  findings: readonly FileFinding[]
  refusals: readonly Refusal[]
  ready: readonly ReadyFile[]
}

export const NO_FILES: TakenFiles = { held: [], findings: [], refusals: [], ready: [] }

/** The name of a field about one file. */
export const fileField = (about: 'do' | 'why', hash: string): string => `file-${about}-${hash.slice(0, 16)}`

type Asking = Pick<Visit, 'house' | 'actor' | 'form'>

/** Lays aside a file that was sent now; refused with why it cannot be attached. */
export async function takeUpload(
  { house, actor }: Pick<Asking, 'house' | 'actor'>,
  upload: { name: string; bytes: Uint8Array },
): Promise<{ held: HeldFile; safe: SafeFile } | { refusals: Refusal[] }> {
  const safe = await makeSafe(upload)
  if (!safe.ok) return { refusals: safe.refusals.map(({ message }) => ({ field: 'file', message })) }
  return { held: await holdFile(house, actor, safe.value), safe: safe.value }
}

/** The files that were laid aside and are sent back, but for those that are left out. */
async function heldIn({ house, actor, form }: Asking): Promise<(SafeFile & { sign: string })[]> {
  const [hashes, names, signs] = ['held-hash', 'held-name', 'held-sign'].map((name) => form.all(name))
  const left = new Set(form.all('held-leave'))
  const files: (SafeFile & { sign: string })[] = []
  for (const [index, hash] of (hashes ?? []).entries()) {
    const [name = '', sign = ''] = [names?.[index], signs?.[index]]
    const safe = left.has(hash) ? null : await heldFile(house, actor, { hash, name, sign })
    if (safe && files.length < FILES_LIMIT) files.push({ ...safe, sign })
  }
  return files
}

/**
 * Reads what a form says of files: those sent now, those laid aside before, and what shall become of those that hold
 * a customer's data. Nothing is kept yet.
 * @param there how many files the item has already
 */
export async function takeFiles(asking: Asking, there = 0): Promise<TakenFiles> {
  const { form } = asking
  const refusals: Refusal[] = []
  const files = await heldIn(asking)
  const sent = form.files('file')
  const room = FILES_LIMIT - there - files.length
  if (sent.length > room)
    refusals.push({
      field: 'file',
      message: `An item holds ${FILES_LIMIT} files at most. Keep the ones that show most, and add another item for the rest.`,
    })
  for (const upload of sent.slice(0, Math.max(0, room))) {
    const taken = await takeUpload(asking, upload)
    if ('refusals' in taken) refusals.push(...taken.refusals)
    else if (!files.some(({ hash }) => hash === taken.held.hash))
      files.push({ ...taken.safe, sign: taken.held.sign })
  }
  const ready: ReadyFile[] = []
  const findings: FileFinding[] = []
  for (const file of files) {
    const found = file.words === null ? [] : personalDataIn(file.words)
    if (found.length === 0) {
      ready.push(readyOf(file, null))
      continue
    }
    const finding = findingOf(file, found, form)
    findings.push(finding)
    refusals.push(...refusalsOf(finding, form))
    if (finding.choice === 'replace') ready.push(wordsAlone(file))
    if (finding.choice === 'keep') ready.push(readyOf(file, finding.because))
  }
  return {
    held: files.map(({ name, hash, size, sign }) => ({ name, hash, size, sign })),
    findings,
    refusals,
    ready,
  }
}

function readyOf({ name, hash, size, type, bytes }: SafeFile, keptBecause: string | null): ReadyFile {
  return { name, hash, size, type, bytes, keptBecause }
}

/** The file's words, with what could identify a customer replaced, in place of the file. */
function wordsAlone(file: SafeFile): ReadyFile {
  const bytes = new TextEncoder().encode(withoutPersonalData(file.words ?? ''))
  const name =
    file.type === TEXT.type ? file.name : safeName(`${file.name.replace(/\.\w+$/, '')}, words only`, 'txt')
  return { name, type: TEXT.type, size: bytes.length, hash: hashOf(bytes), bytes, keptBecause: null }
}

function findingOf(file: SafeFile, found: PersonalData[], form: Asking['form']): FileFinding {
  const choice = form.text(fileField('do', file.hash))
  return {
    hash: file.hash,
    name: file.name,
    plain: file.type === TEXT.type,
    found,
    choice: isFileChoice(choice) ? choice : null,
    because: form.text(fileField('why', file.hash)),
  }
}

/** Why what was chosen for a file is not enough yet. */
function refusalsOf({ name, hash, choice, because }: FileFinding, form: Asking['form']): Refusal[] {
  if (choice === null)
    return [
      {
        field: fileField('do', hash),
        message: `“${name}” could identify a customer. Say what to do with it.`,
      },
    ]
  if (choice === 'keep' && (because === '' || because.length > 500))
    return [
      {
        field: fileField('why', hash),
        message: because
          ? 'Keep the reason under 500 characters.'
          : `Say why “${name}” has to stay as it is. Whoever reads the item reads that too.`,
      },
    ]
  if (choice === 'place' && form.text(detailField('place')) === '')
    return [
      {
        field: detailField('place'),
        message: `Say where “${name}” can be seen: the system and its reference.`,
      },
    ]
  return []
}
