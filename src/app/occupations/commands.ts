import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { count } from '../../kernel/text.ts'
import { type Command, type CommandContext, UsageError } from '../command.ts'
import { importOccupations } from './loading.ts'
import { loadPack, PACK_NAMES } from './packs.ts'
import { shownVersion } from './releases.ts'
import { SCHEME_WORDS, SCHEMES } from './rules/facts.ts'

export const commands: Command[] = [
  {
    words: ['roles', 'import'],
    usage: 'roles import onet|esco PATH [--version V] [--org NAME] [--json]',
    options: { version: { type: 'string' } },
    needs: 'organisation',
    async check({ positionals, values }) {
      const { path } = asked(positionals)
      if (typeof values.version === 'string' && !/^\d+(\.\d+){1,2}$/.test(values.version))
        throw new UsageError('--version is written like 29.2 or 1.2.0.')
      if (!(await stat(path).catch(() => null)))
        throw new UsageError(`There is nothing at ${path}. Check its name and folder.`)
    },
    run: runImport,
  },
  {
    words: ['roles', 'pack'],
    usage: `roles pack ${PACK_NAMES.join('|')} [--org NAME] [--json]`,
    options: {},
    needs: 'organisation',
    check({ positionals: [name = '', ...more] }) {
      if (!PACK_NAMES.includes(name) || more.length > 0)
        throw new UsageError(`Name one pack: ${PACK_NAMES.join(', ')}.`)
    },
    run: runPack,
  },
]

function asked([which, path, ...more]: readonly string[]) {
  const scheme = SCHEMES.find((each) => each === which)
  if (!scheme || !path || more.length > 0)
    throw new UsageError(
      'Name the classification, onet or esco, and the folder, zip or file of its download.',
    )
  return { scheme, path: resolve(path) }
}

async function runImport({
  house,
  orgId,
  positionals,
  values,
  say,
  answer,
}: CommandContext): Promise<number> {
  const { scheme, path } = asked(positionals)
  const version = typeof values.version === 'string' ? values.version : null
  const outcome = await importOccupations(house, orgId, null, { scheme, at: { path }, version })
  if (!outcome.ok) {
    for (const { message } of outcome.refusals) say(message)
    return 1
  }
  const { occupations, skills, relations, added, changed, warnings } = outcome.value
  for (const warning of warnings) say(warning)
  const shown = await house.db.inOrg(orgId, (tx) => shownVersion(tx, scheme), { readOnly: true })
  const words = [
    `${SCHEME_WORDS[scheme].name} ${outcome.value.version}: ${count(occupations, 'occupation')}, ${count(skills, 'skill')}, ${count(relations, 'relation')}.`,
    added + changed === 0
      ? 'All of it was here already.'
      : `${count(added, 'row')} new, ${changed.toLocaleString('en-GB')} changed.`,
    shown === outcome.value.version ? '' : `It is kept; ${SCHEME_WORDS[scheme].name} ${shown} is shown.`,
  ]
  answer({ scheme, ...outcome.value, shown }, words.filter(Boolean).join(' '))
  return 0
}

async function runPack({ house, orgId, positionals, say, answer }: CommandContext): Promise<number> {
  const [name = ''] = positionals
  const outcome = await house.db.inOrg(orgId, (tx) => loadPack(tx, null, name))
  if (!outcome.ok) {
    for (const { message } of outcome.refusals) say(message)
    return 1
  }
  const rows = outcome.value
  answer(
    { pack: name, rows },
    rows > 0 ? `${name} is loaded: ${count(rows, 'row')}.` : 'All of it was here already.',
  )
  return 0
}
