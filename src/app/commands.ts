import { parseArgs } from 'node:util'
import { dayIn } from '../kernel/day.ts'
import { readConfig } from '../shell/config.ts'
import { commands as careers } from './careers/commands.ts'
import { type Command, type CommandContext, UsageError } from './command.ts'
import { commands as contacts } from './contacts/commands.ts'
import { commands as decisions } from './decisions/commands.ts'
import { commands as demo } from './demo/commands.ts'
import { commands as feedback } from './feedback/commands.ts'
import { commands as frameworks } from './frameworks/commands.ts'
import { commands as history } from './history/commands.ts'
import { openHouse } from './house.ts'
import { commands as measures } from './measures/commands.ts'
import { commands as notices } from './notices/commands.ts'
import { commands as occupations } from './occupations/commands.ts'
import { paths } from './paths.ts'
import { commands as people } from './people/commands.ts'
import { addPerson, listOrganisations, makeLink, makeOrganisation } from './people/people.ts'
import { commands as plans } from './plans/commands.ts'
import { commands as portfolio } from './portfolio/commands.ts'
import { commands as records } from './records/commands.ts'
import { commands as reviews } from './reviews/commands.ts'
import { commands as staleness } from './staleness/commands.ts'
import { commands as upkeep } from './upkeep.ts'

const COMMANDS: readonly Command[] = [
  ...upkeep,
  ...careers,
  ...contacts,
  ...decisions,
  ...demo,
  ...feedback,
  ...frameworks,
  ...history,
  ...measures,
  ...notices,
  ...occupations,
  ...people,
  ...plans,
  ...portfolio,
  ...records,
  ...reviews,
  ...staleness,
]

const USAGE = () =>
  `goldthread COMMAND [--org NAME] [--json]\n${COMMANDS.map((command) => `  ${command.usage}`).join('\n')}`

/**
 * Runs a command line. Answers go to standard output, one JSON document a line under `--json`; messages to standard error.
 * @returns 0: done, whatever it found; 1: refused, or a verification found a fault; 2: wrong usage, or a question only a person can answer
 */
export async function runCli(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const command = COMMANDS.find(({ words }) => words.every((word, index) => argv[index] === word))
  if (argv.includes('--help')) {
    process.stdout.write(`${command ? `goldthread ${command.usage}` : USAGE()}\n`)
    return 0
  }
  if (!command) {
    say(USAGE())
    return 2
  }
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(command.words.length),
      options: { ...command.options, org: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const answer = (document: unknown, words: string) =>
      process.stdout.write(`${values.json ? JSON.stringify(document) : words}\n`)
    const base = { values: values as CommandContext['values'], positionals, answer, say }
    await command.check?.(base)
    if (command.needs === 'nothing') return await command.run({ ...base, ...NOTHING })
    const config = readConfig(env)
    const { house, close } = await openHouse(config, say)
    try {
      if (command.needs === 'house') return await command.run({ ...base, ...NOTHING, house })
      const org = await findOrg(house, typeof values.org === 'string' ? values.org : null, say)
      return await command.run({
        ...base,
        house,
        orgId: org.orgId,
        org,
        today: dayIn(house.db.now(), org.zone),
      })
    } finally {
      await close()
    }
  } catch (error) {
    if (
      !(error instanceof UsageError) &&
      (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') !== true
    ) {
      say(error instanceof Error ? error.message : String(error))
      return 1
    }
    say(`${(error as Error).message}\nUsage: goldthread ${command.usage}`)
    return 2
  }
}

const NOTHING = { house: undefined, orgId: undefined, org: undefined, today: undefined } as unknown as Pick<
  CommandContext,
  'house' | 'orgId' | 'org' | 'today'
>

/** The organisation a command acts in: the named one, the only one, or on an empty installation one made now. */
async function findOrg(
  house: CommandContext['house'],
  name: string | null,
  say: (line: string) => void,
): Promise<CommandContext['org']> {
  const all = await listOrganisations(house.db)
  if (name !== null) {
    const named = all.find((org) => org.name.toLowerCase() === name.toLowerCase())
    if (named) return named
    throw new UsageError(
      `No organisation is called ${name}. There ${all.length === 1 ? 'is' : 'are'}: ${all.map((org) => org.name).join(', ') || 'none'}. Name one with --org.`,
    )
  }
  const [only, second] = all
  if (only && !second) return only
  if (second)
    throw new UsageError(
      `There are several organisations: ${all.map((org) => org.name).join(', ')}. Name one with --org.`,
    )
  const zone = 'Europe/London'
  const today = dayIn(house.db.now(), zone)
  const made = await makeOrganisation(
    house.db,
    house.identity,
    { name: 'My organisation', kind: 'team', zone, today },
    null,
  )
  const org = made.ok ? (await listOrganisations(house.db))[0] : undefined
  if (!org) throw new Error('An organisation could not be made.')
  const token = await house.db.inOrg(org.orgId, async (tx) => {
    const administrator = {
      name: 'Administrator',
      email: null,
      standing: 'administrator' as const,
      job: null,
      team: null,
      leader: null,
      from: today,
    }
    const added = await addPerson(tx, null, administrator)
    return added.ok ? makeLink(tx, null, added.value, 'join') : null
  })
  say(
    `Made an organisation, “${org.name}”. To sign in as its administrator, start Goldthread and open ${house.config.publicUrl}${paths.link(token ?? '')}`,
  )
  return org
}
