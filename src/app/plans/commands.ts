import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { dayIn } from '../../kernel/day.ts'
import { checkGoal } from '../../kernel/smart.ts'
import { type Command, theFile, UsageError } from '../command.ts'
import { documentOf } from './goal-document.ts'

/** A goal a line, or a JSON document a line with the goal as its `text`. */
function goalOf(line: string, at: number): string {
  if (!line.trimStart().startsWith('{')) return line.trim()
  try {
    const document: unknown = JSON.parse(line)
    if (
      document !== null &&
      typeof document === 'object' &&
      'text' in document &&
      typeof document.text === 'string'
    )
      return document.text
  } catch {
    throw new UsageError(
      `Line ${at} begins like JSON and is none. Give a goal a line, or {"text": "…"} a line.`,
    )
  }
  throw new UsageError(`Line ${at} has no "text". Give a goal a line, or {"text": "…"} a line.`)
}

export const commands: Command[] = [
  {
    words: ['check'],
    usage: 'check [FILE|-] [--json]',
    options: {},
    needs: 'nothing',
    async check({ positionals }) {
      if (positionals.length > 0 && positionals[0] !== '-') await theFile(positionals)
    },
    async run({ positionals: [file = '-'], answer }) {
      const today = dayIn(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone)
      const input = file === '-' ? process.stdin : createReadStream(file)
      let at = 0
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        at += 1
        if (!line.trim()) continue
        const reading = checkGoal(goalOf(line.replace(/^\uFEFF/, ''), at), today)
        answer(
          documentOf(reading),
          [`${reading.verdict}: ${reading.text}`, ...reading.advice.map((advice) => `  ${advice}`)].join(
            '\n',
          ),
        )
      }
      return 0
    },
  },
]
