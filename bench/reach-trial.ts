import { asContacts, type ContactPlan, contactsOf } from '../seeds/contacts.ts'
import { type Random, randomFrom } from '../seeds/random.ts'
import { type Book, contactBook } from '../src/app/measures/rules/book.ts'
import type { MeasureKey } from '../src/app/measures/rules/definitions.ts'
import { chart } from '../src/app/measures/rules/measure.ts'
import { storedFigure, typedFigure } from '../src/app/plans/rules/figures.ts'
import { alternatives, basisFrom, pastOf } from '../src/app/plans/rules/reach.ts'
import { type Basis, goalRecord } from '../src/app/plans/rules/reading.ts'
import { addDays, type Day } from '../src/kernel/day.ts'
import { type Calling, callTarget, RUN_WEEKS } from '../src/kernel/smart.ts'
import { definition } from './verdict-trial.ts'

/** One goal that was set on a seeded history, what the hints called it, and how it came out. */
export type Tried = {
  measure: MeasureKey
  improved: boolean
  /** How the target came about: drawn over a range, or one of the two that the page offers. */
  target: 'drawn' | 'safe' | 'stretch'
  calling: Calling
  met: boolean
}

const TEAM = 7
/** Weeks of history before the goal is set, and of the plan altogether. */
const BEFORE = 26
const WEEKS = 56
const DUE = [12, 16, 20, 26]
const MEASURES = ['csat', 'fcr', 'handle_time'] as const
/** The largest that people really change by, as the seeds plan it. */
const MOST = { csat: 0.14, fcr: 0.14, handle_time: -0.25 } as const
/** How far from where the person is a target is drawn at most: in points of a share, or as a part of a time. */
const FAR = { csat: 0.25, fcr: 0.25, handle_time: 0.4 } as const

/**
 * Goals on seeded teams: at week 26 each of seven people sets one for each measure, due 12 to 26 weeks later, to a
 * target drawn evenly from just better than now to far better. Half of the people really improve from then on, by an
 * amount drawn apart from their targets; the others go on as they were. Met: the figure of the last eight complete
 * weeks before the date, taken together, is at the target or past it.
 */
export function triedGoals(teams: number, seed: number): Tried[] {
  return Array.from({ length: teams }, (_, at) => ofTeam(seed * 100_003 + at)).flat()
}

function ofTeam(seed: number): Tried[] {
  const random = randomFrom(seed)
  const people = Array.from({ length: TEAM }, (_, at) => somebody(`Person ${at + 1}`, random))
  const plan = planOf(seed, people)
  const contacts = asContacts(contactsOf(plan))
  const set = addDays(plan.from, BEFORE * 7)
  const then = contactBook(
    contacts.filter(({ day }) => day < set),
    addDays(set, -1),
  )
  const later = contactBook(contacts, addDays(plan.to, 30))
  return people.flatMap(({ name, improved }) =>
    MEASURES.flatMap((measure) => {
      const basis = basisIn(then, people, name, measure, plan.from, set)
      const from = basis.now?.value
      if (from === undefined || from === null) return []
      const { unit } = definition(measure)
      const due = addDays(set, random.pick(DUE) * 7)
      const far = random.share() * FAR[measure]
      const drawn = storedFigure(
        Number(typedFigure(measure === 'handle_time' ? from * (1 - far) : from + far, unit).toFixed(0)),
        unit,
      )
      const { safe, stretch } = alternatives(basis, unit, null)
      const targets = [
        { target: 'drawn' as const, value: drawn },
        ...(safe ? [{ target: 'safe' as const, value: safe.target }] : []),
        ...(stretch ? [{ target: 'stretch' as const, value: stretch.target }] : []),
      ]
      const end = addDays(due, -1)
      const run = chart(definition(measure), later, {
        people: [name],
        from: addDays(due, -7 * RUN_WEEKS),
        to: end,
      }).figure.value
      if (run === null) return []
      return targets.map(({ target, value }) => {
        const calling = callTarget(
          goalRecord(
            { ...NOTHING, unit, baseline: from, target: value, due, basis },
            { need: null, others: [] },
          ),
        )
        return {
          measure,
          improved,
          target,
          calling,
          met: basis.betterIs === 'higher' ? run >= value : run <= value,
        }
      })
    }),
  )
}

/** An objective with nothing but its figures. */
const NOTHING = {
  objectiveId: null,
  text: '',
  measureName: null,
  resources: '',
  success: '',
  priority: null,
  servesAspiration: false,
  private: false,
}

function basisIn(
  book: Book,
  people: readonly Somebody[],
  name: string,
  measure: MeasureKey,
  from: Day,
  set: Day,
): Basis {
  const past = (one: string) =>
    pastOf(chart(definition(measure), book, { people: [one], from, to: addDays(set, -1) }))
  const others = people.filter((one) => one.name !== name).map((one) => past(one.name))
  return basisFrom(past(name), others, { on: set, ...definition(measure) })
}

type Somebody = ContactPlan['people'][number] & { improved: boolean }

/** One of a team: each differs a little in all they do, and half of them improve after the goal is set. */
function somebody(name: string, random: Random): Somebody {
  const improved = random.chance(0.5)
  const share = (middle: number) => Math.min(0.92, Math.max(0.4, middle + random.normal() * 0.05))
  return {
    name,
    improved,
    perWeek: 25 + random.whole(25),
    csat: share(0.75),
    fcr: share(0.7),
    replySeconds: 40,
    handleSeconds: random.skewed(260, 0.15),
    changes: improved
      ? MEASURES.map((measure) => ({
          measure,
          at: BEFORE + random.whole(5),
          by: MOST[measure] * (0.3 + 0.7 * random.share()),
        }))
      : [],
  }
}

function planOf(seed: number, people: readonly Somebody[]): ContactPlan {
  const from = '2024-01-01'
  return {
    seed,
    from,
    to: addDays(from, WEEKS * 7 - 1),
    channel: 'telephone',
    topics: [
      { name: 'Billing', weight: 2 },
      { name: 'Moving home', weight: 1 },
    ],
    customers: 1500,
    answered: 0.92,
    rated: 0.5,
    people,
  }
}
