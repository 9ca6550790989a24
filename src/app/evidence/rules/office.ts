import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { type FileType, OFFICE } from './file-type.ts'

/** An archive that was read: its parts with how each begins, and the words of those that `isJudged` and `isWritten` name. */
export type Archive = {
  parts: readonly { name: string; begins: Uint8Array }[]
  words: ReadonlyMap<string, string>
}

/** Parts with what people wrote. */
const WRITTEN =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|xl\/(?:sharedStrings|comments\d*|worksheets\/sheet\d+)\.xml|ppt\/(?:slides|notesSlides)\/[^/]+\.xml|content\.xml)$/

/** The parts that are needed whole to judge an office document. */
export const isJudged = (name: string): boolean =>
  name === 'mimetype' || name === '[Content_Types].xml' || name.endsWith('.rels')

/** The parts whose words are searched. */
export const isWritten = (name: string): boolean => WRITTEN.test(name)

/** The parts that may be archives themselves: the sheet behind a chart. */
export const mayHold = (name: string): boolean => /^(?:word|xl|ppt)\/embeddings\/[^/]+\.xlsx$/.test(name)

const RUNS =
  /vbaProject|vbaData|(?:^|\/)(?:Basic|Scripts|activeX|macrosheets)\/|\.(?:exe|dll|js|vbs|ps1|bat|cmd|scr|msi|jar|lnk|hta)$/i
const PACKED = /(?:^|\/)embeddings\/(?!.*\.xlsx$)|oleObject/

const MACROS =
  'It holds macros, or parts that run by themselves. Save it without macros (as .docx, .xlsx, .pptx), or as PDF, and attach that.'

/** A program by how it begins: Windows, Unix, a script. */
const isProgram = (begins: Uint8Array): boolean =>
  /^(?:MZ|\x7fELF|#!)/.test(Buffer.from(begins).toString('latin1'))

/** Links to elsewhere that a program follows by itself when the document is opened. Source: ECMA-376, part 2, 9.3. */
function loadsFromElsewhere(rels: string): boolean {
  return (rels.match(/<Relationship\s[^<>]*>/g) ?? []).some(
    (one) => /TargetMode\s*=\s*["']External["']/i.test(one) && !/\/hyperlink["']/i.test(one),
  )
}

/** What an office document is, and what is written in it; refused with why it is none, or not a safe one. */
export function officeOf({ parts, words }: Archive): Outcome<FileType & { text: string }> {
  const found = OFFICE.find(({ part, says }) =>
    says ? words.get(part)?.trim() === says : parts.some(({ name }) => name === part),
  )
  if (!found)
    return refused({
      message:
        'It is an archive, and archives are not kept. Attach the files in it one by one, or a PDF of them.',
    })
  if (/macroEnabled|vbaProject/i.test(words.get('[Content_Types].xml') ?? ''))
    return refused({ message: MACROS })
  if (parts.some(({ name, begins }) => RUNS.test(name) || isProgram(begins)))
    return refused({ message: MACROS })
  if (parts.some(({ name }) => PACKED.test(name)))
    return refused({
      message:
        'Another file is packed into it. Attach that one by itself, and this one without it, or as PDF.',
    })
  if ([...words].some(([name, text]) => name.endsWith('.rels') && loadsFromElsewhere(text)))
    return refused({
      message:
        'It loads something from elsewhere when it is opened. Save it as PDF, or without linked pictures and templates, and attach that.',
    })
  const text = [...words]
    .filter(([name]) => WRITTEN.test(name))
    .map(([, xml]) => textOfXml(xml))
    .join('\n\n')
  return done({ ...found.is, text })
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words of a part: paragraphs, lines and cells end with a line. Numbers that point to a cell's words are left out. */
function textOfXml(xml: string): string {
  return xml
    .replace(/<v>\d{1,7}<\/v>/g, '')
    .replace(/<\/(?:w:p|a:p|si|c|text:p|text:h|table:table-cell)>|<(?:w:br|w:tab|text:line-break)\/>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? all
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : ' '
    })
    .replace(/\n{3,}/g, '\n\n')
}
