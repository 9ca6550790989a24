import type { Day } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { findPersonalData, redact } from '../evidence/evidence.ts'
import type { Form } from '../visit.ts'
import { type Answer, ASSESSING, type ExpertSaid, TEXT_LIMIT } from './rules/answer.ts'
import { type Asking, isAskedAs } from './rules/request.ts'
import type { Request } from './store/requests.ts'

/** What in some words could tell who a customer is, with whether it was pointed out before and is to be replaced. */
export type Found = { found: string; becomes: string; mayBeName: boolean; offered: boolean; chosen: boolean }

/**
 * What was found in the words of a form, each to be replaced until the tick is taken away. Words that are refused as too
 * long are not searched: nobody could look through all that they may hold.
 */
export function foundIn(texts: readonly string[], form: Form): Found[] {
  const [offered, chosen] = [new Set(form.all('offered')), new Set(form.all('redact'))]
  const seen = new Set<string>()
  const all = texts.filter((words) => words.length <= TEXT_LIMIT).flatMap(findPersonalData)
  return all
    .filter(({ found }) => !seen.has(found) && seen.add(found))
    .map(({ found, becomes, kind }) => ({
      found,
      becomes,
      mayBeName: kind === 'customer',
      offered: offered.has(found),
      chosen: !offered.has(found) || chosen.has(found),
    }))
}

/** Sends back, once, words in which something was found that nobody was asked about yet. */
export function askAbout(found: readonly Found[], whose: string): Refusal[] {
  const unasked = found.filter((one) => !one.offered).length
  if (unasked === 0) return []
  return [
    {
      field: 'redact',
      message: `${count(unasked, 'detail')} could identify ${whose}. Look at what is ticked, then send: ticked ones are replaced.`,
    },
  ]
}

/** Words with what was chosen replaced. */
export function cleaner(found: readonly Found[]): (words: string) => string {
  const chosen = new Set(found.filter((one) => one.chosen).map((one) => one.found))
  return (words) => redact(words, chosen)
}

const NO_SUCH_DAY = 'There is no such day. Give the day, the month and the year.'

/** The day of three boxes: null where empty, and why not where there is no such day. */
function dayIn(form: Form, name: string): { day: Day | null; refusals: Refusal[] } {
  const day = form.day(name)
  return day === 'wrong'
    ? { day: null, refusals: [{ field: name, message: NO_SUCH_DAY }] }
    : { day, refusals: [] }
}

/** One line, whatever was pasted. */
const line = (form: Form, name: string) => form.text(name).replace(/\s+/g, ' ')

/** What was typed into the form that asks somebody. */
export function askingIn(form: Form): { asking: Asking; refusals: Refusal[] } {
  const kind = form.text('kind')
  const { day, refusals } = dayIn(form, 'happened')
  return {
    asking: {
      kind: isAskedAs(kind) ? kind : null,
      name: line(form, 'name'),
      email: form.text('email'),
      relationship: line(form, 'relationship'),
      about: line(form, 'about'),
      happenedOn: day,
      purpose: form.text('purpose'),
      competencyIds: form.all('competency'),
      days: form.whole('days'),
    },
    refusals,
  }
}

/** What was typed into the form of a request. Days that do not exist are refused here, once. */
export function answerIn(
  form: Form,
  { kind, competencyIds }: Pick<Request, 'kind' | 'competencyIds'>,
): { answer: Answer; refusals: Refusal[] } {
  const { day, refusals } = dayIn(form, 'saw')
  if (kind === 'customer') {
    const well = form.text('well')
    return {
      answer: {
        as: kind,
        words: form.text('words'),
        well: well === 'yes' || well === 'no' || well === 'partly' ? well : null,
        sawOn: day,
        firstName: form.text('show-name') === 'yes' ? line(form, 'first-name') : null,
      },
      refusals,
    }
  }
  return {
    answer: {
      as: kind,
      name: line(form, 'name'),
      work: line(form, 'work'),
      relationship: line(form, 'relationship'),
      contact: line(form, 'contact'),
      sawOn: day,
      done: form.text('done'),
      said: form.text('said'),
      lines: competencyIds.map((competencyId) => {
        const shows = form.text(`shows-${competencyId}`)
        return {
          competencyId,
          shows: shows === 'for' || shows === 'against' ? shows : null,
          words: form.text(`line-${competencyId}`),
        }
      }),
      declared: form.text('declared') === 'yes',
      signature: line(form, 'signature'),
      expert: kind === 'expert witness' ? expertIn(form) : null,
    },
    refusals,
  }
}

function expertIn(form: Form): ExpertSaid {
  const conflict = form.text('conflict')
  return {
    competence: form.text('competence'),
    assessing: ASSESSING.find((one) => one === form.text('assessing')) ?? null,
    assessingWords: form.text('assessing-words'),
    conflict: conflict === 'none' || conflict === 'some' ? conflict : null,
    conflictWords: form.text('conflict-words'),
  }
}

/** The words of an answer that others will read, but for who somebody is. */
export function wordsOf(answer: Answer): string[] {
  if (answer.as === 'customer') return [answer.words]
  return [answer.done, answer.said, ...answer.lines.map(({ words }) => words)]
}

/** An answer with its words cleaned. */
export function cleaned(answer: Answer, clean: (words: string) => string): Answer {
  if (answer.as === 'customer') return { ...answer, words: clean(answer.words) }
  const { done, said, lines } = answer
  return {
    ...answer,
    done: clean(done),
    said: clean(said),
    lines: lines.map((one) => ({ ...one, words: clean(one.words) })),
  }
}
