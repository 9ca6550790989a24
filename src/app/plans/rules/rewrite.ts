import { type Day, plainDay } from '../../../kernel/day.ts'
import { checkGoal, type SmartReading } from '../../../kernel/smart.ts'
import { capital } from '../../../kernel/text.ts'

/** What the assistant asks, in order. */
export const QUESTIONS = ['what', 'with', 'know', 'when', 'help'] as const
export type Question = (typeof QUESTIONS)[number]

/** What was answered, as it was typed; '' where nothing was. */
export type Answers = {
  what: string
  /** To, with or for whom or what. */
  with: string
  /** What is counted, from where to where and in what, such as "complaints reopened", "26", "18", "%". */
  counted: string
  from: string
  to: string
  unit: string
  /** Where nothing is counted: what can be seen to be done. */
  product: string
  when: Day | null
  help: string
}

export const UNANSWERED: Answers = {
  what: '',
  with: '',
  counted: '',
  from: '',
  to: '',
  unit: '',
  product: '',
  when: null,
  help: '',
}

const LEADS =
  /^(?:by|before|until|till|in|within|from|over|during|at|on|every|each|this|next|between|through)\b/i

/** On one line, without the marks at its end. */
const bare = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.,;:!?]+$/, '')

/** The words in a text that a letter was found in. */
const foundIn = (text: string, spans: readonly [number, number][]) =>
  spans.map(([start, end]) => bare(text.slice(start, end))).join(' and ')

/**
 * The questions that a text leaves open: none of a letter that is found in it. Where it does not say what is done, how
 * it is known is asked too, for a figure is of something. The help is always asked. Source: domain.md 5 (who does
 * what, when, to what standard, with what support).
 */
export function questionsFor(text: string, today: Day): Question[] {
  const { S, M, T } = checkGoal(text, today).letters
  return [
    ...(S.found ? [] : (['what', 'with'] as const)),
    ...(S.found && M.found ? [] : (['know'] as const)),
    ...(T.found ? [] : (['when'] as const)),
    'help',
  ]
}

/** What a text already answers of the questions that it leaves open. */
export function answersIn(text: string, today: Day): Answers {
  const { S, M } = checkGoal(text, today).letters
  return { ...UNANSWERED, product: !S.found && M.found ? foundIn(text, M.spans) : '' }
}

const amount = (figure: string, unit: string) => {
  const plain = figure.trim()
  if (/^%$|^[£$€]$/.test(unit)) return unit === '%' ? `${plain}%` : `${unit}${plain}`
  return unit ? `${plain} ${unit}` : plain
}

/**
 * The sentence that answers make, with what the text had: the text itself where it says what is done, else a new
 * beginning and the text's own time. Parts that are not answered are left out; '' where there is nothing at all.
 */
export function compose(text: string, answers: Answers, today: Day): string {
  const { S, T } = checkGoal(text, today).letters
  const questions = questionsFor(text, today)
  const counted = bare(answers.counted)
  const to = bare(answers.to)
  const from = bare(answers.from)
  const unit = bare(answers.unit)
  const known = !questions.includes('know')
    ? ''
    : counted && to
      ? `taking ${counted} ${from ? `from ${amount(from, unit)} ` : ''}to ${amount(to, unit)}`
      : answers.product && `shown by ${bare(answers.product)}`
  const time = S.found || !T.found ? '' : foundIn(text, T.spans)
  const when = answers.when && questions.includes('when') ? `by ${plainDay(answers.when)}` : ''
  const end = time ? (LEADS.test(time) ? time : `by ${time}`) : when
  const head = S.found ? bare(text) : [bare(answers.what), bare(answers.with)].filter(Boolean).join(' ')
  const help = bare(answers.help)
  const parts = [head || bare(text), known, end, help && `helped by ${help}`].filter(Boolean)
  return parts.length === 0 ? '' : `${capital(parts.join(', '))}.`
}

/** What an answer still lacks, in words; null where it is enough. Nobody is held up by it. */
export function lackOf(question: Question, text: string, answers: Answers, today: Day): string | null {
  const until = QUESTIONS.slice(0, QUESTIONS.indexOf(question) + 1)
  const sofar = compose(
    text,
    {
      ...answers,
      ...(until.includes('know') ? {} : { counted: '', to: '', product: '' }),
      ...(until.includes('when') ? {} : { when: null }),
      help: '',
    },
    today,
  )
  const letter = (name: 'S' | 'M' | 'T'): string | null => {
    const { found, because, lack } = checkGoal(sofar, today).letters[name]
    return found ? null : [because, lack].filter(Boolean).join(' ')
  }
  switch (question) {
    case 'what':
      return bare(answers.what) ? null : 'Write what you will do, in a few words.'
    case 'with':
      return letter('S')
    case 'know':
      if (bare(answers.counted) && !bare(answers.to) && !bare(answers.product))
        return 'Give the figure it should come to.'
      return letter('M')
    case 'when':
      if (answers.when !== null && answers.when < today)
        return 'That day has passed. Give one that is still to come.'
      return letter('T')
    case 'help':
      return null
  }
}

/** The sentence and how it reads by its words. */
export function readComposed(text: string, answers: Answers, today: Day): SmartReading {
  return checkGoal(compose(text, answers, today), today)
}
