import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { packageCheck } from '../../../../test/case-schema.ts'
import { readCase } from './case-read.ts'
import { caseChunks, writeCase } from './case-write.ts'

const ORIGIN = 'https://cs.example'
const WRITING = { origin: ORIGIN, at: '2026-11-17T10:00:00Z' }
const SHARED = fileURLToPath(new URL('../../../../../shared/data/interop/case/', import.meta.url))
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))

type Link = { identifier: string; title: string; uri: string }
type Package = {
  CFDocument: Record<string, unknown>
  CFItems: (Record<string, unknown> & { identifier: string })[]
  CFAssociations: {
    identifier: string
    associationType: string
    originNodeURI: Link
    destinationNodeURI: Link
    sequenceNumber?: number
  }[]
  CFDefinitions?: Record<string, unknown[]>
}

function read(text: string) {
  const outcome = readCase(text, { origin: ORIGIN })
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message).join('\n'))
  return outcome.value
}

const official = () =>
  packageCheck(json(`${SHARED}schemas/opencase/official/case-v1p1-cfpackage.json`) as object)

/** What 1.1 has of an item of 1.0: all but the link to its own framework. */
const kept = ({ CFDocumentURI: _, ...item }: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null))

test('every real framework of the folder goes out as strict 1.1 and comes back the same, item by item and link by link', (t) => {
  if (!existsSync(SHARED)) return t.skip('shared data is not here')
  const validate = official()
  const folder = `${SHARED}frameworks/`
  let round = 0
  for (const name of readdirSync(folder)) {
    const text = readFileSync(`${folder}${name}`, 'utf8')
    const source = json(`${folder}${name}`) as Package & { CFDocuments?: unknown }
    if (source.CFDocuments) continue
    round++
    const first = read(text)
    const written = writeCase(first.package, WRITING) as Package
    assert.ok(validate(written), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`)
    assert.deepEqual(JSON.parse([...caseChunks(first.package, WRITING)].join('')), written, name)
    assert.deepEqual(written.CFItems.map(kept), source.CFItems.map(kept), `${name}: the items`)
    const once = source.CFAssociations.filter(
      (one, at, all) => all.findIndex(({ identifier }) => identifier === one.identifier) === at,
    )
    assert.deepEqual(written.CFAssociations.map(kept), once.map(kept), `${name}: the associations`)
    const { CFPackageURI: _, ...head } = source.CFDocument
    assert.deepEqual(written.CFDocument, { ...head, caseVersion: '1.1' }, `${name}: the framework`)
    const again = read(JSON.stringify(written))
    const { rest: _rest, definitions, ...same } = again.package
    const { rest: _kept, definitions: came, ...was } = first.package
    assert.deepEqual(same, was, `${name}: read again`)
    assert.deepEqual(
      definitions.map(({ kind, definitionId, body: { title } }) => [kind, definitionId, title]),
      came.map(({ kind, definitionId, body: { title } }) => [kind, definitionId, title]),
    )
  }
  assert.ok(round >= 9, `${round} frameworks`)
})

test('a list of frameworks is refused by its name', (t) => {
  const path = `${SHARED}frameworks/smarter-balanced.CFDocuments-list.case10.json`
  if (!existsSync(path)) return t.skip('shared data is not here')
  const outcome = readCase(readFileSync(path, 'utf8'), { origin: ORIGIN })
  assert.ok(!outcome.ok)
  assert.match(outcome.refusals[0]?.message ?? '', /list of 14 frameworks \(CFDocuments\)/)
})
