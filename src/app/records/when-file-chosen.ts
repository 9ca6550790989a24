import { otherFiles } from '../contacts/contacts.ts'
import { besideEvidence } from '../evidence/evidence.ts'
import { consider } from './considering.ts'
import { readUpload } from './importing.ts'
import { importPage, ratesSection } from './routes.tsx'
import { KIND_WORDS, RECORD_KINDS } from './rules/kinds.ts'

/** Lets the page of imports take files of records too, and shows their rates beside somebody's evidence. */
export function listen(): void {
  for (const kind of RECORD_KINDS)
    otherFiles.push({
      kind,
      text: KIND_WORDS[kind].many,
      hint: KIND_WORDS[kind].holds,
      check: (tx, file) => consider(tx, kind, file, {}),
      page: importPage,
      read: readUpload,
    })
  besideEvidence.push(ratesSection)
}
