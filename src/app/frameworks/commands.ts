import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { count, listing } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Command, type CommandContext, theFile, UsageError } from '../command.ts'
import { exportFramework } from './exporting.ts'
import { fetchFile } from './fetching.ts'
import { diffOf, listLibrary, listVersionsOf } from './frameworks.ts'
import {
  FORMATS,
  type Format,
  type FrameworkFile,
  isFormat,
  keepFramework,
  readFramework,
} from './importing.ts'
import { caseOrigin } from './rules/case-derived.ts'
import { itemName } from './rules/package.ts'

const format = { type: 'string' } as const

export const commands: Command[] = [
  {
    words: ['framework', 'import'],
    usage: `framework import FILE|URL [--format ${FORMATS.join('|')}] [--title TITLE] [--org NAME] [--json]`,
    options: { format, title: { type: 'string' } },
    needs: 'organisation',
    async check({ positionals, values }) {
      formatIn(values.format)
      if (!isUrl(positionals[0])) await theFile(positionals)
    },
    run: importIt,
  },
  {
    words: ['framework', 'export'],
    usage: `framework export ID[@VERSION] [--format ${FORMATS.join('|')}] [--org NAME]`,
    options: { format },
    needs: 'organisation',
    check({ positionals, values }) {
      formatIn(values.format)
      one(positionals)
    },
    run: exportIt,
  },
  {
    words: ['framework', 'diff'],
    usage: 'framework diff ID@1 ID@2 [--org NAME] [--json]',
    options: {},
    needs: 'organisation',
    check({ positionals }) {
      if (positionals.length !== 2) throw new UsageError('Name two versions, such as ID@1 and ID@2.')
    },
    run: compareThem,
  },
]

const isUrl = (text: string | undefined) => /^https?:\/\//i.test(text ?? '')

function formatIn(value: unknown): Format | null {
  if (value === undefined) return null
  if (typeof value === 'string' && isFormat(value)) return value
  throw new UsageError(`There is no format ${String(value)}. Give one of ${listing(FORMATS)}.`)
}

function one(positionals: readonly string[]): string {
  const [only, second] = positionals
  if (!only || second) throw new UsageError('Name one framework, as ID or ID@VERSION.')
  return only
}

async function fileAt(place: string, say: (line: string) => void): Promise<FrameworkFile | null> {
  if (!isUrl(place)) return { name: basename(place), bytes: await readFile(resolve(place)) }
  const fetched = await fetchFile(place)
  if (fetched.ok) return fetched.value
  for (const { message } of fetched.refusals) say(`${place}: ${message}`)
  return null
}

async function importIt({
  house,
  orgId,
  positionals,
  values,
  today,
  answer,
  say,
}: CommandContext): Promise<number> {
  const place = positionals[0] ?? ''
  const file = await fileAt(place, say)
  if (!file) return 1
  const { title } = values
  const read = await readFramework(file, {
    format: formatIn(values.format),
    origin: caseOrigin(house.config.publicUrl),
    space: orgId,
    ...(typeof title === 'string' ? { csv: { answers: {}, title, publisher: '' } } : {}),
  })
  const outcome = read.ok
    ? await house.db.inOrg(orgId, (tx) => keepFramework(tx, null, read.value, today))
    : read
  if (!outcome.ok) {
    for (const { message } of outcome.refusals) say(`${place}: ${message}`)
    return 1
  }
  const { id, title: called, version, items, kept, warnings } = outcome.value
  for (const warning of warnings) say(warning)
  answer(
    { id, title: called, version, items, warnings },
    kept
      ? `${called}, version ${version}, ${count(items, 'item')}, is in the library as ${id}@${version}.`
      : `${called}, version ${version}, says the same already. Nothing was added.`,
  )
  return 0
}

/**
 * The version that "ID@1" names: by its name, else by its place, 1 the first; the newest where none is named.
 * @throws UsageError where there is none
 */
async function named(tx: OrgTx, text: string): Promise<{ frameworkId: string; version: string }> {
  const [id = '', ...rest] = text.split('@')
  const frameworkId = id.toLowerCase()
  const wanted = rest.join('@')
  const versions = await listVersionsOf(tx, frameworkId)
  const names = versions.map(({ version }) => version)
  if (names.length === 0) {
    const all = (await listLibrary(tx)).map((entry) => `${entry.frameworkId} ${entry.title}`)
    throw new UsageError(
      `There is no framework ${id}. There ${all.length === 1 ? 'is' : 'are'}:\n${all.join('\n')}`,
    )
  }
  const version = wanted === '' ? names[0] : names.includes(wanted) ? wanted : names.at(-Number(wanted))
  if (version === undefined || (wanted !== '' && !names.includes(wanted) && !/^[1-9]\d*$/.test(wanted)))
    throw new UsageError(`${id} has no version ${wanted}. It has ${listing(names.toReversed())}.`)
  return { frameworkId, version }
}

async function exportIt({ house, orgId, positionals, values }: CommandContext): Promise<number> {
  const written = await house.db.inOrg(
    orgId,
    async (tx) =>
      exportFramework(
        tx,
        { ...(await named(tx, one(positionals))), format: formatIn(values.format) ?? 'case' },
        caseOrigin(house.config.publicUrl),
      ),
    { readOnly: true },
  )
  if (!written) throw new UsageError('There is no such version.')
  await new Promise<void>((resolve, reject) =>
    process.stdout.write(written.bytes, (error) => (error ? reject(error) : resolve())),
  )
  return 0
}

async function compareThem({ house, orgId, positionals, answer }: CommandContext): Promise<number> {
  const diff = await house.db.inOrg(
    orgId,
    async (tx) => diffOf(tx, await named(tx, positionals[0] ?? ''), await named(tx, positionals[1] ?? '')),
    { readOnly: true },
  )
  if (!diff) throw new UsageError('There is no such version.')
  const { added, reworded, removed, moved, unchanged } = diff
  const words = [
    ...added.map((item) => `+ ${itemName(item)}`),
    ...reworded.map(({ after, what }) => `~ ${itemName(after)}: ${listing(what)}`),
    ...removed.map(({ item }) => `- ${itemName(item)}`),
    ...moved.map(({ item }) => `> ${itemName(item)}`),
    `${added.length} added, ${reworded.length} reworded, ${removed.length} removed, ${moved.length} moved, ${unchanged} unchanged.`,
  ]
  answer(diff, words.join('\n'))
  return 0
}
