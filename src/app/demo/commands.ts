import type { Command } from '../command.ts'
import { loadDemo } from './demo.ts'

export const commands: Command[] = [
  {
    words: ['demo'],
    usage: 'demo [--json]',
    options: {},
    needs: 'house',
    async run({ house, answer, say }) {
      if (!house.config.demo) {
        say('The demo is turned off here (GOLDTHREAD_DEMO=off).')
        return 1
      }
      const started = performance.now()
      const orgId = await loadDemo(house, say)
      const seconds = Math.round((performance.now() - started) / 100) / 10
      answer({ orgId, seconds }, `Larkfield Energy is ready, made in ${seconds} s.`)
      return 0
    },
  },
]
