import { clip, count, listing } from '../../../kernel/text.ts'
import { namesCause, seemingCause } from './causes.ts'
import { MODEL_WORDS, type Model, type StageKind, type StageWords } from './models.ts'
import { tellsOn, wordsIn } from './stages.ts'
import { readStep } from './steps.ts'

export type HintKind = 'description' | 'cause' | 'action'

/** What an account still lacks. `stage` is the key of the stage to go on with; `words` are those that the hint rests on. */
export type Hint = { kind: HintKind; stage: string; title: string; text: string; words: string[] }

type Texts = Readonly<Record<string, string>>

/** Words that a describing stage has to hold before it can be called most of the account: while it stands alone, and once more is begun. */
const ALONE = 40
const BEGUN = 25
/** From this share of all words on an account is mostly description where the rest is little; from the next, in any case. */
const MOSTLY = 0.6
const NEARLY_ALL = 0.75
/** Characters of the writer's own words that a hint repeats. */
const QUOTED = 90

const ASK_CAUSE =
  'What led to it: something you did, something others did, or the way things are set up? If it is there already, say it with “because”.'

/**
 * Hints on a whole account, at most one of a kind, in the order in which it is written: it is all description, its
 * analysis names no cause, its action is missing or vague. They advise and stop nobody from saving.
 * Source: domain.md 4; the shares and numbers of words are this product's own.
 */
export function hintsOf(model: Model, texts: Texts): Hint[] {
  const { stages } = MODEL_WORDS[model]
  return [allDescription(stages, texts), noCause(stages, texts), noAction(stages, texts)].filter(
    (hint) => hint !== null,
  )
}

const stageThat = (stages: readonly StageWords[], kind: StageKind) => stages.find((one) => one.kind === kind)

function allDescription(stages: readonly StageWords[], texts: Texts): Hint | null {
  const tells = stageThat(stages, 'tells')
  if (!tells) return null
  const others = stages.filter((stage) => stage !== tells)
  const told = wordsIn(texts[tells.key])
  const rest = others.reduce((sum, { key }) => sum + wordsIn(texts[key]), 0)
  const needed = others.reduce((sum, { least }) => sum + least, 0)
  const telling = others.filter(({ key, kind }) => tellsOn(kind, texts[key] ?? ''))
  if (2 * telling.length > others.length && told + rest >= ALONE) return tellsThroughout(telling, texts)
  const share = told / (told + rest)
  const most = share >= NEARLY_ALL || (share >= MOSTLY && rest < needed)
  if (told < (rest > 0 ? BEGUN : ALONE) || !most) return null
  const short = others.filter(({ key, least }) => wordsIn(texts[key]) < least)
  const next = short[0] ?? others[0]
  return {
    kind: 'description',
    stage: next?.key ?? tells.key,
    title: 'Mostly description so far.',
    text: `${told} of ${count(told + rest, 'word')} tell what happened, under “${tells.name}”. Still short: ${listing((short.length > 0 ? short : others).map(({ name }) => `“${name}”`))}.`,
    words: [clip(texts[tells.key] ?? '', QUOTED)],
  }
}

/** Most stages go on with the story: they tell what was done next, with none of the words that do their own work. */
function tellsThroughout(telling: readonly StageWords[], texts: Texts): Hint {
  const words = telling.map(({ key }) => clip(texts[key] ?? '', QUOTED))
  return {
    kind: 'description',
    stage: telling[0]?.key ?? '',
    title: 'Mostly description so far.',
    text: `${listing(telling.map(({ name }) => `“${name}”`))} ${telling.length === 1 ? 'goes' : 'go'} on telling what happened, as in “${words[0] ?? ''}”. ${telling[0]?.prompt ?? ''}`,
    words: words.slice(0, 1),
  }
}

function noCause(stages: readonly StageWords[], texts: Texts): Hint | null {
  const explains = stageThat(stages, 'explains')
  const text = explains && texts[explains.key]?.trim()
  if (!explains || !text || namesCause(text)) return null
  const seeming = seemingCause(text)
  return {
    kind: 'cause',
    stage: explains.key,
    title: `No cause can be read under “${explains.name}”.`,
    text: seeming
      ? `“${seeming.words}” ${seeming.says}. ${ASK_CAUSE}`
      : `It says “${clip(text, QUOTED)}”, with no “because”, “so that” or “led to”. ${ASK_CAUSE}`,
    words: [seeming?.words ?? clip(text, QUOTED)],
  }
}

function noAction(stages: readonly StageWords[], texts: Texts): Hint | null {
  const plans = stageThat(stages, 'plans')
  if (!plans) return null
  const text = texts[plans.key]?.trim() ?? ''
  const hint = (title: string, said: string, words: string[]): Hint => ({
    kind: 'action',
    stage: plans.key,
    title,
    text: said,
    words,
  })
  if (!text) {
    const before = stages.filter((stage) => stage !== plans).map(({ key }) => wordsIn(texts[key]))
    const written = before.reduce((sum, words) => sum + words, 0)
    if (written < ALONE && before.includes(0)) return null
    return hint(
      'No action yet.',
      `“${plans.name}” is empty. Say one thing that you will do, and on which day or occasion.`,
      [],
    )
  }
  const { when, deed, looseTime, looseDeed } = readStep(text)
  if (when && deed) return null
  const loose = [...(deed ? [] : [looseDeed]), ...(when ? [] : [looseTime])].filter((one) => one !== null)
  const asked = [
    ...(deed ? [] : ['what somebody beside you would see you do']),
    ...(when ? [] : ['on which day or occasion']),
  ]
  const words = loose.length > 0 ? loose : [clip(text, QUOTED)]
  return hint(
    'The action is still vague.',
    `${listing(words.map((one) => `“${one}”`))} ${words.length === 1 ? 'leaves' : 'leave'} it open. Say ${listing(asked)}.`,
    words,
  )
}
