import { addMonths, type Day } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import { type EvidenceKind, KIND_WORDS, KINDS, SERVICE_CYCLE } from './kinds.ts'

/** How far back coverage looks, in months. */
const MONTHS = 12

export type Covering = {
  kind: EvidenceKind
  happenedOn: Day | null
  addedOn: Day
  detail: Readonly<Record<string, string>>
}

/** What the evidence of the last 12 months covers. */
export type Coverage = {
  from: Day
  items: number
  /** Every kind, also those with none, each with its days in order. */
  sources: { kind: EvidenceKind; days: Day[] }[]
  /** Every stage of the service cycle, in order. `kinds` are those there, with how many items each. */
  stages: { stage: string; items: number; kinds: { kind: EvidenceKind; items: number }[] }[]
  /** Items that name no stage. */
  unplaced: number
  /** Observations and reflections, and how many of them name a moment of truth. Source: mission.md A15. */
  moments: { asked: number; named: number }
}

/** What evidence of the last 12 months covers, by the day it happened, or was added where nobody said when. */
export function coverageOf(all: readonly Covering[], today: Day): Coverage {
  const from = addMonths(today, -MONTHS)
  const dayOf = (item: Covering) => item.happenedOn ?? item.addedOn
  const items = all.filter((item) => dayOf(item) >= from && dayOf(item) <= today)
  const daysOf = (kind: EvidenceKind) => items.filter((item) => item.kind === kind).map(dayOf)
  const telling = items.filter(({ kind }) => kind === 'observation' || kind === 'reflection')
  const stages = SERVICE_CYCLE.map((stage) => {
    const here = items.filter(({ detail }) => detail.cycle === stage)
    return {
      stage,
      items: here.length,
      kinds: KINDS.map((kind) => ({ kind, items: here.filter((item) => item.kind === kind).length })).filter(
        (one) => one.items > 0,
      ),
    }
  })
  return {
    from,
    items: items.length,
    sources: KINDS.map((kind) => ({ kind, days: daysOf(kind).sort() })),
    stages,
    unplaced: items.length - stages.reduce((sum, stage) => sum + stage.items, 0),
    moments: { asked: telling.length, named: telling.filter(({ detail }) => detail.moment).length },
  }
}

/** Stages that nothing covers, in words; null where each has something. */
export function emptyStages({ stages }: Coverage): string | null {
  const empty = stages.filter(({ items }) => items === 0).map(({ stage }) => stage)
  if (empty.length === 0) return null
  return empty.length === stages.length ? 'any stage' : listing(empty)
}

/** Kinds of source that nothing comes from, in words; null where each has something. */
export function emptySources({ sources }: Coverage): string | null {
  const empty = sources.filter(({ days }) => days.length === 0)
  return empty.length === 0 ? null : listing(empty.map(({ kind }) => KIND_WORDS[kind].source.toLowerCase()))
}
