import { join, resolve } from 'node:path'
import { count } from '../kernel/text.ts'
import { backUp, clearEmpty, putBack, readBackup } from '../shell/backup.ts'
import { readConfig } from '../shell/config.ts'
import { openDatabase } from '../shell/db.ts'
import { openGround } from '../shell/ground.ts'
import { openIdentity } from '../shell/identity.ts'
import { migrate } from '../shell/migrate.ts'
import { doubtRestored } from '../shell/outbox-mails.ts'
import { type Command, UsageError } from './command.ts'
import { MIGRATIONS } from './house.ts'
import { serveUntilStopped } from './server.ts'

const fileOf = (positionals: readonly string[]): string => {
  const [file, ...rest] = positionals
  if (!file || rest.length > 0) throw new UsageError('Name one file.')
  return resolve(file)
}

/** Looking after the installation itself: serve, back up, restore. */
export const commands: Command[] = [
  {
    words: ['serve'],
    usage: 'serve',
    options: {},
    needs: 'nothing',
    async run() {
      return serveUntilStopped(process.env)
    },
  },
  {
    words: ['backup'],
    usage: 'backup FILE [--json]',
    options: {},
    needs: 'nothing',
    async run({ positionals, answer, say }) {
      const file = fileOf(positionals)
      const config = readConfig(process.env)
      const ground = await openGround(config, say)
      try {
        await migrate(ground.connectionString, MIGRATIONS)
        const counts = await backUp(ground.connectionString, join(config.dataDir, 'files'), file, new Date())
        answer(
          { file, ...counts },
          `${file} holds ${count(counts.rows, 'row')} and ${count(counts.files, 'file')}. Keep it safe: it holds personal data.`,
        )
        return 0
      } finally {
        await ground.stop()
      }
    },
  },
  {
    words: ['restore'],
    usage: 'restore FILE [--json]',
    options: {},
    needs: 'nothing',
    async run({ positionals, answer, say }) {
      const file = fileOf(positionals)
      const config = readConfig(process.env)
      const { migrations } = await readBackup(file)
      const ground = await openGround(config, say)
      try {
        await clearEmpty(ground.connectionString)
        await migrate(ground.connectionString, MIGRATIONS, migrations)
        const db = openDatabase(ground.connectionString)
        await openIdentity(db.libraryPool('identity', 1), {
          url: config.publicUrl,
          secret: 'only to make the tables',
        }).ready()
        await db.close()
        const counts = await putBack(ground.connectionString, join(config.dataDir, 'files'), file)
        await migrate(ground.connectionString, MIGRATIONS)
        const restored = openDatabase(ground.connectionString)
        const doubtful = await doubtRestored(restored).finally(() => restored.close())
        if (doubtful > 0)
          say(
            `${count(doubtful, 'mail')} may have been sent after this backup was made, so none is sent by itself: see the page “Mail not confirmed”, or \`mail\`.`,
          )
        answer(
          { file, ...counts },
          `Restored ${count(counts.rows, 'row')} and ${count(counts.files, 'file')} from ${file}.`,
        )
        return 0
      } finally {
        await ground.stop()
      }
    },
  },
]
