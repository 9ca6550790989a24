import { genericExample, isFromOutside } from '../src/app/assessments/assessments.ts'
import { completeness } from '../src/app/assessments/rules/completeness.ts'
import { blankRating, isConcrete, levelOf, type Rating } from '../src/app/assessments/rules/rating.ts'
import { type EvidenceKind, KIND_WORDS } from '../src/app/evidence/evidence.ts'
import { unmetLetters } from '../src/app/plans/plans.ts'
import { OCCASIONS } from '../src/app/readiness/gather.ts'
import type { Account, Case, Objective } from '../src/app/readiness/rules/case.ts'
import { hintsOf, MODEL_WORDS, type Model } from '../src/app/reflections/reflections.ts'
import { stagesOf } from '../src/app/reflections/rules/stages.ts'
import { checkGoal } from '../src/kernel/smart.ts'
import type { Portfolio } from './portfolios.ts'

const TODAY = '2026-11-17'

/** A record of a portfolio: its first line, and the lines that are set in below it. */
type Entry = { line: string; inside: string[] }

function entriesOf(lines: readonly string[]): Entry[] {
  const all: Entry[] = []
  for (const line of lines) {
    if (/^\s|^- /.test(line)) all.at(-1)?.inside.push(line.trim())
    else all.push({ line, inside: [] })
  }
  return all
}

/** What stands behind a key inside an entry: "why: ..."; every one of them. */
const values = (entry: Entry, key: string) =>
  entry.inside.filter((line) => line.startsWith(`${key}:`)).map((line) => line.slice(key.length + 1).trim())
const value = (entry: Entry, key: string) => values(entry, key)[0] ?? ''

function matched(line: string, pattern: RegExp): Record<string, string> {
  const groups = pattern.exec(line)?.groups
  if (!groups) throw new Error(`A portfolio holds a line that cannot be read: ${line}`)
  return groups
}

/** A competency goes by its title here. */
const idOf = (title: string) => title.toLowerCase()

/** Turns what a reader sees into what the checks take, by the product's own rules for each part. */
export function caseOf({ lines }: Portfolio): Case {
  const entries = entriesOf(lines)
  const all = (pattern: RegExp) => entries.filter(({ line }) => pattern.test(line))
  const one = (start: string) => entries.find(({ line }) => line.startsWith(`${start}:`))
  const after = (start: string) =>
    one(start)
      ?.line.slice(start.length + 1)
      .trim() ?? ''

  const role = roleOf(after('role'))
  const competencies = (role?.asks ?? []).map(({ competencyId, title, soft }) => ({
    competencyId,
    title,
    soft,
  }))
  const evidence = all(/^E-\d/).map(itemOf)
  const self = one('self')
  const priorities = all(/^priority:/).map(({ line }) =>
    matched(line, /^priority: (?<title>[^,]+), (?<from>\S+) to (?<to>\S+)$/),
  )
  const inForce = (title: string) =>
    priorities.some((p) => p.title === title && (p.from ?? '') <= TODAY && (p.to ?? '') >= TODAY)
  const needs = all(/^N-\d/).map(needOf)
  const plan = planOf(after('plan'))
  return {
    today: TODAY,
    role,
    ...selfOf(self, role, evidence),
    swot: swotOf(one('swot')),
    johari: johariOf(after('johari')),
    agreed: after('agreed')
      .split(', ')
      .filter(Boolean)
      .map((text) => ({ competencyId: idOf(text.slice(0, -2)), level: Number(text.slice(-1)) })),
    competencies,
    recognised: all(/^match:/).flatMap(({ line }) => recognisedOf(line)),
    evidence: evidence.map(({ kind: _, ...item }) => item),
    needs,
    objectives: all(/^O-\d/).map((entry) => objectiveOf(entry, needs, inForce)),
    reviews: all(/^review \d/).map(({ line }) => {
      const { number, on, by } = matched(line, /^review (?<number>\d+): (?<on>\S+), signed by (?<by>[^|]+)/)
      const alone = by?.trim() === 'the person alone'
      return { number: Number(number), heldOn: on ?? '', signed: by?.trim() === 'both' ? 2 : 1, alone }
    }),
    ...plan,
    changes: all(/^change:/).map(({ line }) => {
      const [what = '', ...more] = line.slice(8).split(' | ')
      const said = (key: string) =>
        more.find((part) => part.startsWith(`${key}: `))?.slice(key.length + 2) ?? ''
      return { ref: what.split(' ')[0] ?? '', cause: said('cause'), reason: said('reason') }
    }),
    accounts: all(/^R-\d/).flatMap(accountOf),
    aspiration: after('aspiration') || null,
    career: careerOf(after('route')),
    priorities: priorities.filter((p) => inForce(p.title ?? '')).length,
  }
}

function roleOf(text: string): Case['role'] {
  if (text === '' || text === 'none') return null
  const [named = '', ...asked] = text.split(' | ')
  const { title = '', version = '' } = matched(named, /^(?<title>.+) (?<version>\d{4}-\d)$/)
  const asks = asked.map((ask) => {
    const { name = '', soft, level } = matched(ask, /^(?<name>[^*]+)(?<soft>\*?) (?<level>\d)$/)
    return { competencyId: idOf(name), title: name, soft: soft === '*', level: Number(level) }
  })
  return { title, version, asks }
}

function recognisedOf(line: string): Case['recognised'] {
  const { names, framework, address, how } = matched(
    line,
    /^match: (?<names>.+) = (?<framework>[^,]+), (?<address>[^,]+), (?<how>.+)$/,
  )
  if (address === 'no address' || how !== 'read at the publisher') return []
  return (names ?? '').split(', ').map((name) => ({ competencyId: idOf(name), framework: framework ?? '' }))
}

type Kept = Case['evidence'][number] & { kind: EvidenceKind }

function itemOf({ line }: Entry): Kept {
  const {
    ref,
    kind: name,
    by,
    on,
  } = matched(line, /^(?<ref>E-\d+) (?<kind>.+?) by (?<by>.+), \d{4}-\d\d-\d\d, on (?<on>[^:]+): /)
  const kind = (Object.keys(KIND_WORDS) as EvidenceKind[]).find((one) => KIND_WORDS[one].source === name)
  if (!kind || !ref || !on) throw new Error(`No such kind of evidence: ${line}`)
  const outside = isFromOutside({
    kind,
    by: by === 'the person' ? 'self' : by === 'the helpdesk' ? 'helpdesk' : 'other',
  })
  const links = on === 'nothing' ? [] : [{ competencyId: idOf(on) }]
  return { evidenceId: ref, kind, source: KIND_WORDS[kind].source, outside, links }
}

function selfOf(
  entry: Entry | undefined,
  role: Case['role'],
  evidence: readonly Kept[],
): Pick<Case, 'self' | 'complete'> {
  const asked = role && { roleId: role.title, version: role.version, asks: role.asks }
  if (!entry || entry.line === 'self: none')
    return { self: null, complete: asked && completeness(asked, null, TODAY) }
  const {
    inOn,
    title = '',
    version = '',
  } = matched(entry.line, /^self: (?:handed in (?<inOn>\S+)|open) against (?<title>.+) (?<version>\d{4}-\d)$/)
  const ratings = entry.inside.map(ratingOf)
  const assessed = { roleId: title, version, inOn: inOn ?? null, ratings }
  return {
    complete: asked && completeness(asked, assessed, TODAY),
    self: {
      assessmentId: 'self',
      inOn: inOn ?? null,
      roleTitle: title,
      roleVersion: version,
      current: title === role?.title && version === role.version,
      withheld: false,
      ratings: ratings.map(({ competencyId, level, example, evidenceIds }) => ({
        competencyId,
        level,
        example: Object.values(example).some((text) => text !== '')
          ? { ...example, general: isConcrete(example) && genericExample(example)?.habit === true }
          : null,
        occasion: evidence.some(
          (item) => evidenceIds.includes(item.evidenceId) && OCCASIONS.includes(item.kind),
        ),
      })),
    },
  }
}

function ratingOf(line: string): Rating {
  const { name = '', level, rest = '' } = matched(line, /^- (?<name>.+?) (?<level>[\d-]) \| (?<rest>.*)$/)
  const blank = { ...blankRating(idOf(name)), level: levelOf(level === '-' ? null : Number(level)) }
  if (rest === 'none yet') return { ...blank, noExample: true }
  if (rest.startsWith('cites ')) return { ...blank, evidenceIds: rest.slice(6).split(', ') }
  if (!rest.startsWith('example:')) return blank
  const [when = '', who = '', did = '', followed = ''] = rest
    .slice(8)
    .split('/')
    .map((part) => part.trim())
  return { ...blank, example: { when, who, did, followed } }
}

function swotOf(entry: Entry | undefined): Case['swot'] {
  if (!entry) return null
  const entries = entry.inside.flatMap((line) => {
    const {
      quarter = '',
      words = '',
      link,
    } = matched(line, /^(?<quarter>\w+):(?<words>[^[]*)(?<link>\[[^\]]+\])?$/)
    return words.trim() ? [{ quarter, words: words.trim(), linked: link !== undefined }] : []
  })
  return { number: 1, beganOn: entry.line.slice(6), entries }
}

function johariOf(text: string): Case['johari'] {
  const found = /^(?<compared>\d+) competenc\w+ compared, (?<feedback>\d+|none) of them/.exec(text)?.groups
  return { compared: Number(found?.compared ?? 0), feedback: Number(found?.feedback) || 0 }
}

function needOf(entry: Entry): Case['needs'][number] {
  const { ref, kind, on, rests, title, why } = matched(
    entry.line,
    /^(?<ref>N-\d+) (?<kind>professional|personal|both), (?<on>[^,]+), rests on (?<rests>[^:]+): (?<title>[^|]+) \| why: (?<why>.*)$/,
  )
  return {
    needId: ref ?? '',
    ref: ref ?? '',
    title: title ?? '',
    kind: kind === 'personal' || kind === 'both' ? kind : 'professional',
    competencyId: on === 'no competency' ? null : idOf(on ?? ''),
    why: why ?? '',
    evidenceIds: rests === 'nothing' ? [] : (rests ?? '').split(' '),
  }
}

function objectiveOf(entry: Entry, needs: Case['needs'], inForce: (title: string) => boolean): Objective {
  const {
    ref = '',
    kind,
    need,
    state = '',
    due,
    text = '',
  } = matched(
    entry.line,
    /^(?<ref>O-\d+) (?<kind>professional|personal) for (?<need>N-\d+|no need), (?<state>.*?)(?:, due (?<due>\d{4}-\d\d-\d\d)|, no due date)?: (?<text>.*)$/,
  )
  const closedAs =
    (['no longer needed', 'not met', 'met'] as const).find((as) => state.includes(`closed ${as}`)) ?? null
  const serving = value(entry, 'serves').split('; ').filter(Boolean)
  const priority = serving.find((name) => name !== 'the aspiration') ?? null
  const linkedNeed = needs.find(({ needId }) => needId === need)
  const resources = value(entry, 'resources')
  const servesAspiration = serving.includes('the aspiration')
  const reading = checkGoal(text, TODAY, {
    ...figuresOf(value(entry, 'measure')),
    ...(linkedNeed && { linkedNeed: linkedNeed.title }),
    ...(priority && { priority }),
    ...(servesAspiration && { aspiration: true }),
    ...(due && { due }),
    ...(resources && { resources }),
  })
  return {
    objectiveId: ref,
    ref,
    kind: kind === 'personal' ? 'personal' : 'professional',
    why: value(entry, 'why'),
    needId: linkedNeed?.needId ?? null,
    unmet: unmetLetters(reading),
    resources,
    success: value(entry, 'success'),
    due: due ?? null,
    actions: values(entry, 'action').length,
    agreed: /\bagreed\b/.test(state),
    closedAs,
    priority: priority === null ? null : { title: priority, inForce: closedAs !== null || inForce(priority) },
    servesAspiration,
  }
}

/** "71% to 76%, own range 66% to 78%, higher is better" */
function figuresOf(text: string) {
  if (!text) return {}
  const figures = text.match(/\d+(?=%)/g)?.map(Number) ?? []
  const [baseline, target, low, high] = figures
  return {
    baseline,
    target,
    unit: '%',
    betterIs: text.includes('lower is better') ? ('lower' as const) : ('higher' as const),
    ...(low !== undefined && high !== undefined && { history: { low, high } }),
  }
}

function planOf(text: string): Pick<Case, 'agreedOn' | 'nextReviewOn' | 'cadence'> {
  const found = /^agreed (?<agreed>\S+), next review (?<next>\S+), cadence (?<weeks>\d+) weeks/.exec(
    text,
  )?.groups
  const weeks = Number(found?.weeks ?? 12)
  return {
    agreedOn: found?.agreed ?? null,
    nextReviewOn: found?.next ?? null,
    cadence: { weeks, setFor: weeks === 12 ? 'usual' : 'person' },
  }
}

/**
 * "target role X. Adviser now, Y from 2027, X 2028. Sources: a; b. Compared with Z: why." The readers were asked for cited
 * sources and for alternatives, and not whether two sources were set against each other: two of them count as that here.
 */
function careerOf(text: string): Case['career'] {
  const sentences = text.split(/(?<=\.) (?=[A-Z])/)
  const target = /^target role ([^.]+)\.$/.exec(sentences[0] ?? '')?.[1] ?? null
  const steps = (sentences[1] ?? '').startsWith('Adviser now')
    ? (sentences[1] ?? '').split(', ').slice(1)
    : []
  const cited = sentences.find((one) => one.startsWith('Sources: '))?.slice(9) ?? ''
  const sources = cited.split('; ').filter(Boolean)
  const other = /^Compared with ([^:]+): (.+)$/.exec(sentences.at(-1) ?? '')
  return {
    target,
    route: steps.length > 0 ? { steps, character: 'progression' } : null,
    sources: sources.map((title) => ({ title, learnt: title, why: title })),
    compared: sources.length > 1 ? [cited] : [],
    ways: other
      ? [
          {
            titles: [target ?? '', other[1] ?? ''],
            tracks: 2,
            onward: true,
            why: other[2] ?? '',
            progression: steps.join(', '),
            grows: true,
          },
        ]
      : [],
  }
}

const MODEL_NAMES: Record<string, Model> = {
  Gibbs: 'gibbs',
  Kolb: 'kolb',
  Driscoll: 'driscoll',
  Rolfe: 'rolfe',
  ERA: 'era',
}
const KEYS_NAMED: Record<string, string> = { Reflection: 'reflecting' }

/** Notes that follow no cycle are no account in the product. */
function accountOf(entry: Entry): Account[] {
  const {
    ref = '',
    name = '',
    about = '',
  } = matched(entry.line, /^(?<ref>R-\d+) (?<name>.+?), \S+, about (?<about>.*)$/)
  const model = MODEL_NAMES[name]
  if (!model) return []
  const texts = Object.fromEntries(
    MODEL_WORDS[model].stages.map((stage) => {
      const line = entry.inside.find(
        (one) => one.startsWith(`${stage.name}:`) || KEYS_NAMED[one.split(':')[0] ?? ''] === stage.key,
      )
      return [
        stage.key,
        line?.slice(line.indexOf(':', line.startsWith(stage.name) ? stage.name.length : 0) + 1).trim() ?? '',
      ]
    }),
  )
  const stages = stagesOf(model, texts)
  return [
    {
      reflectionId: ref,
      ref,
      about,
      stages: stages.map((stage) => ({ name: stage.name, words: stage.words, done: stage.state === 'done' })),
      hints: hintsOf(model, texts).map(({ kind }) => kind),
      impacts: [value(entry, 'impact')],
    },
  ]
}
