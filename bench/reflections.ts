// How often the hints on reflective accounts are right: of each kind, the warnings a reader would give too, those the
// reader would not, and those missed, on four sets of labelled accounts. The `later` accounts are split by number: the
// rules were mended on the even ones.
// `node --import tsx bench/reflections.ts [--disagreements]`
import {
  GOLDEN,
  type Golden,
  HELD_OUT,
  LATER,
  REVIEWED,
} from '../src/app/reflections/rules/golden-accounts.ts'
import { hintsOf } from '../src/app/reflections/rules/hints.ts'
import { MODEL_WORDS } from '../src/app/reflections/rules/models.ts'

const keyed = ({ model, texts }: Golden) =>
  Object.fromEntries(MODEL_WORDS[model].stages.map(({ key }, at) => [key, texts[at] ?? '']))
const isEven = ({ name }: Golden) => Number(/\d+$/.exec(name)?.[0]) % 2 === 0

const sets: Record<string, readonly Golden[]> = {
  'Written with the rules': GOLDEN,
  'Held out of the first rules': HELD_OUT,
  'Later, tuning half': LATER.filter(isEven),
  Reviewed: REVIEWED,
  'Later, held-out half': LATER.filter((account) => !isEven(account)),
}
for (const [name, accounts] of Object.entries(sets)) {
  console.log(`${name}: ${accounts.length} accounts`)
  for (const kind of ['description', 'cause', 'action'] as const) {
    const read = accounts.map((account) => ({
      account,
      ours: hintsOf(account.model, keyed(account)).some((hint) => hint.kind === kind),
      theirs: account.hints.includes(kind),
    }))
    const count = (ours: boolean, theirs: boolean) =>
      read.filter((one) => one.ours === ours && one.theirs === theirs).length
    console.log(
      `  ${kind.padEnd(12)} warned rightly ${count(true, true)}, wrongly ${count(true, false)}; missed ${count(false, true)}`,
    )
    if (!process.argv.includes('--disagreements')) continue
    for (const { account, ours } of read.filter((one) => one.ours !== one.theirs))
      console.log(`      ${ours ? 'wrongly' : 'missed'} ${account.name}: ${account.texts.join(' | ')}`)
  }
}
