import { hash } from 'node:crypto'
import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { LIBRARY } from './addressed.ts'
import {
  diffOfDraft,
  findDraft,
  listVersionsOf,
  namingMark,
  publishDraft,
  readPackage,
} from './frameworks.ts'
import { PublishingPage } from './pages/moving-page.tsx'
import type { Item } from './rules/item.ts'
import { renamedParts } from './rules/naming.ts'
import { freeVersion, versionAfter } from './rules/version.ts'

export const publishingRoutes: readonly Route[] = [
  get(paths.draftPublishing(':framework'), 'frameworks.change', (visit) => showPublishing(visit)),
  post(paths.draftPublishing(':framework'), 'frameworks.change', async (visit) => {
    const { tx, actor, params, form, today } = visit
    const frameworkId = params.framework ?? ''
    const seen = form.text('seen')
    if (seen && seen !== (await markOf(visit))) return showPublishing(visit, [OVERTAKEN], 409)
    const outcome = await publishDraft(
      tx,
      actor,
      {
        frameworkId,
        version: form.text('version') || undefined,
        because: form.text('because'),
        over: form.text('over') || undefined,
      },
      today,
    )
    if (!outcome.ok) return showPublishing(visit, outcome.refusals)
    return goTo(
      paths.frameworkVersion(frameworkId, outcome.value),
      `Version ${outcome.value} is published. Nobody is assessed on it yet.`,
    )
  }),
]

/** What a draft's difference and name are known by, so that just what was read is published. */
async function markOf({ tx, params }: Visit): Promise<string> {
  const draft = found(await findDraft(tx, params.framework ?? ''))
  const diff = await diffOfDraft(tx, draft.frameworkId)
  return hash('sha256', JSON.stringify([diff, namingMark(draft)]), 'base64url')
}

const OVERTAKEN: Refusal = {
  message:
    'Somebody changed the draft meanwhile. The differences below are the newest: read them, then publish.',
}

async function showPublishing(
  visit: Visit,
  refusals: readonly Refusal[] = [],
  status?: number,
): Promise<Answer> {
  const { tx, params, form, today } = visit
  const draft = found(await findDraft(tx, params.framework ?? ''))
  const { frameworkId, baseVersion, title, items } = draft
  const diff = found(await diffOfDraft(tx, frameworkId))
  const before = await readPackage(tx, frameworkId)
  const byId = new Map<string, Item>([...(before?.items ?? []), ...items].map((item) => [item.itemId, item]))
  const taken = (await listVersionsOf(tx, frameworkId)).map(({ version }) => version)
  const [newest = null] = taken
  return page(
    {
      title: `Publish ${title}`,
      lead: before
        ? `This is what differs from version ${before.version}.`
        : 'This is all that the first version says.',
      nav: paths.frameworks,
      crumbs: [...LIBRARY, { text: title, href: paths.draft(frameworkId) }, { text: 'Publish' }],
      refusals,
      status,
    },
    <PublishingPage
      frameworkId={frameworkId}
      seen={await markOf(visit)}
      newest={before?.version ?? null}
      begunFrom={baseVersion}
      names={before && renamedParts(before, draft).length > 0 ? { before, after: draft } : null}
      diff={diff}
      byId={byId}
      proposed={freeVersion(versionAfter(newest, today), taken)}
      values={refusals.length > 0 ? form.values : {}}
      refusals={refusals}
    />,
  )
}
