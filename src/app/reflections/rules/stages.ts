import { namesCause } from './causes.ts'
import { MODEL_WORDS, type Model, type StageKind, type StageWords } from './models.ts'
import { isTold, readStep, stillToCome } from './steps.ts'

export type StageState = 'empty' | 'thin' | 'done'

/** A stage of one account, as it stands. `hint` says why it is thin; null otherwise. */
export type Stage = {
  key: string
  name: string
  prompt: string
  text: string
  words: number
  state: StageState
  hint: string | null
}

export const wordsIn = (text = ''): number => (text.trim() === '' ? 0 : text.trim().split(/\s+/).length)

/** Words by which a stage does what it is there for; a few of the commonest, never a test of English. */
const DOES: Partial<Record<StageKind, { pattern: RegExp; or?: (text: string) => boolean; hint: string }>> = {
  feels: {
    pattern:
      /\b(?:fe(?:el|lt|eling|elings|els)|thought|think(?:ing)?|worried|afraid|angry|annoyed|proud|pleased|glad|nervous|calm|embarrassed|defensive|frustrated|relieved|upset|sorry|confident|unsure|stressed|tense|ashamed|happy|surprised|hoped|wanted)\b/i,
    hint: 'says what was done, not yet how it felt',
  },
  explains: {
    pattern:
      /\b(?:because|since|why|so that|due to|led to|caused?|reason|meant|means|if|when(?:ever)?|helped|hindered|made (?:it|me|her|him|them)|result(?:ed)?|therefore|depends?|comes? from|without)\b/i,
    or: namesCause,
    hint: 'says what, not yet why',
  },
  plans: {
    pattern:
      /\b(?:will|i’ll|i'll|next time|by (?:\d|the|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|going to|from now|from (?:mon|tues|wednes|thurs|fri)|ask|practise|write|ring|try|plan to|intend|start|stop)\b/i,
    or: (text) => readStep(text).deed !== null,
    hint: 'says no step that you will take',
  },
}

/** Whether a text holds words by which its stage does what it is there for; a plan that is past tense alone has none. */
function doesItsWork(kind: StageKind, text: string): boolean {
  const does = DOES[kind]
  if (!does) return true
  const said = kind === 'plans' ? stillToCome(text) : text
  return does.pattern.test(said) || Boolean(does.or?.(said))
}

/** Words by which one weighs or concludes, beside those that a stage is asked for. */
const WEIGHS =
  /\b(?:well|bad(?:ly)?|good|better|worse|best|worst|worked?|fail(?:s|ed|ure)?|helped|right|wrong|clear(?:ly)?|poor(?:ly)?|fine|enough|too|strong|weak|useful|useless|success\w*|mistake|spoilt|spoiled|hard|easy|difficult|noticed?|surpris\w+|quick(?:ly)?|slow(?:ly)?|polite|empty|calm|kind)\b/i
const CONCLUDES =
  /\b(?:could|should|would|might|ought|must|needs?|instead|see (?:now|that)|learn(?:t|ed)?|realis\w+|know now|understand|next time|differently|another way|rather|enough|better|is|are)\b/i

/** Whether a stage that is there for something else only goes on telling what was done. */
export function tellsOn(kind: StageKind, text: string): boolean {
  if (text.trim() === '' || !isTold(text)) return false
  if (kind === 'weighs') return !WEIGHS.test(text)
  if (kind === 'concludes') return !CONCLUDES.test(text)
  return kind !== 'tells' && !doesItsWork(kind, text)
}

function stateOf(stage: StageWords, text: string): Pick<Stage, 'words' | 'state' | 'hint'> {
  const words = wordsIn(text)
  if (words === 0) return { words, state: 'empty', hint: null }
  if (words < stage.least)
    return { words, state: 'thin', hint: `${words === 1 ? '1 word' : `${words} words`}: say a little more` }
  if (!doesItsWork(stage.kind, text)) return { words, state: 'thin', hint: DOES[stage.kind]?.hint ?? null }
  return { words, state: 'done', hint: null }
}

/**
 * The stages of an account with how each stands. Thin: fewer words than the stage can do with, or none of the words
 * by which it would do its work (an analysis without a cause, a plan without a step). A hint, never a hurdle.
 * Source: domain.md 4; the numbers of words are this product's own.
 */
export function stagesOf(model: Model, texts: Readonly<Record<string, string>>): Stage[] {
  return MODEL_WORDS[model].stages.map((stage) => {
    const text = texts[stage.key] ?? ''
    return { key: stage.key, name: stage.name, prompt: stage.prompt, text, ...stateOf(stage, text) }
  })
}

/** Whether every stage is done: neither empty nor thin. */
export function isComplete(stages: readonly Stage[]): boolean {
  return stages.every((stage) => stage.state === 'done')
}

/** What the writer will do next, from the stage that plans; null where nothing is written there. */
export function actionOf(model: Model, texts: Readonly<Record<string, string>>): string | null {
  const stage = MODEL_WORDS[model].stages.find((one) => one.kind === 'plans')
  return (stage && texts[stage.key]?.trim()) || null
}
