import type { Refusal } from '../../kernel/outcome.ts'
import { count, listing } from '../../kernel/text.ts'
import { paths } from '../paths.ts'
import { type Answer, download, found, get, goTo, page, post, type Visit } from '../visit.ts'
import { attachFiles, keepBytes, mayAttach, takeFileAway } from './files.ts'
import { AttachPage } from './pages/attach-page.tsx'
import { placeOf } from './place.ts'
import { findReadable } from './read.ts'
import { personalDataIn } from './rules/file-words.ts'
import type { Stored } from './store/items.ts'
import { NO_FILES, type TakenFiles, takeFiles, takeUpload } from './taking-files.ts'

/** The item of the address, where the visitor may add files to it. */
async function attachable(visit: Visit): Promise<Stored> {
  const { tx, person, params, actor } = visit
  const item = found(await findReadable(tx, person.personId, params.evidence ?? '', actor))
  return found(mayAttach(item, actor.personId) ? item : null)
}

function attachPage(visit: Visit, item: Stored, files: TakenFiles, refusals: readonly Refusal[]): Answer {
  const place = placeOf(visit, { text: item.ref, href: paths.evidenceItem(item.personId, item.evidenceId) })
  return page(
    {
      ...place,
      crumbs: [...(place.crumbs ?? []), { text: 'Attach files' }],
      title: 'Attach files',
      lead: `To ${item.ref}: ${item.title}`,
      refusals,
      scripts: ['files.js'],
    },
    <AttachPage item={item} files={files} refusals={refusals} />,
  )
}

async function attach(visit: Visit): Promise<Answer> {
  const { tx, house, actor, today } = visit
  const item = await attachable(visit)
  const files = await takeFiles(visit, item.files.length)
  const none: Refusal[] =
    files.held.length === 0 && files.refusals.length === 0
      ? [{ field: 'file', message: 'Choose a file first.' }]
      : []
  const refusals = [...files.refusals, ...none]
  if (refusals.length > 0) return attachPage(visit, item, files, refusals)
  const { personId, evidenceId } = item
  const outcome = await attachFiles(tx, actor, { personId, evidenceId, files: files.ready }, today)
  if (!outcome.ok) return attachPage(visit, item, files, outcome.refusals)
  await keepBytes(house, tx, files.ready)
  const names = listing(files.ready.map(({ name }) => name))
  return goTo(
    paths.evidenceItem(personId, evidenceId),
    files.ready.length > 0 ? `Attached: ${names}.` : 'Nothing was attached.',
  )
}

async function end(visit: Visit): Promise<Answer> {
  const { tx, house, actor, person, params, form, today } = visit
  const asked = {
    personId: person.personId,
    evidenceId: params.evidence ?? '',
    fileId: form.text('file'),
  }
  const outcome = await takeFileAway(house, tx, actor, asked, today)
  return goTo(
    paths.evidenceItem(asked.personId, asked.evidenceId),
    outcome.ok ? `${outcome.value.name} is taken away.` : outcome.refusals[0]?.message,
  )
}

async function file(visit: Visit): Promise<Answer> {
  const { tx, house, actor, person, params } = visit
  const item = found(await findReadable(tx, person.personId, params.evidence ?? '', actor))
  const kept = found(item.files.find(({ fileId }) => fileId === params.file))
  return download(kept.name, kept.type, found(await house.files.read(tx.orgId, kept.hash)))
}

/** One file, laid aside for a form that is still being filled in: for the browser's script. */
async function upload(visit: Visit): Promise<Answer> {
  const [sent] = visit.form.files('file')
  if (!sent) return { kind: 'data', status: 422, body: { refused: 'Choose a file first.' } }
  const taken = await takeUpload(visit, sent)
  if ('refusals' in taken) return { kind: 'data', status: 422, body: { refused: taken.refusals[0]?.message } }
  const { held, safe } = taken
  const details = safe.words === null ? 0 : personalDataIn(safe.words).length
  const note =
    details > 0 ? `${count(details, 'detail')} could identify a customer: you are asked when you save.` : ''
  return { kind: 'data', status: 200, body: { ...held, note } }
}

const files = paths.evidenceFiles(':person', ':evidence')

/** They come before the routes of an item: "uploads" is no item. */
export const fileRoutes = [
  post(paths.evidenceUploads(':person'), 'evidence.add', upload),
  get(files, 'evidence.add', async (visit) => attachPage(visit, await attachable(visit), NO_FILES, [])),
  post(files, 'evidence.add', attach),
  post(`${files}/end`, 'evidence.add', end),
  get(paths.evidenceFile(':person', ':evidence', ':file'), 'evidence.read', file),
]
