import type { Id } from '../../../kernel/id.ts'

/** One person's levels: what their role asks, and what was agreed. */
export type Levels = {
  required: ReadonlyMap<Id, number>
  agreed: ReadonlyMap<Id, number>
}

export type Cell =
  | { kind: 'not asked' }
  | { kind: 'not agreed' }
  /** Agreed less required: negative where short. */
  | { kind: 'level'; by: number }

/** A cell of the heatmap. Only an agreed level counts: an opinion is not drawn as a gap. Source: mission.md A1; DESIGN.md. */
export function cellOf({ required, agreed }: Levels, competencyId: Id): Cell {
  const [asks, level] = [required.get(competencyId), agreed.get(competencyId)]
  if (asks === undefined) return { kind: 'not asked' }
  return level === undefined ? { kind: 'not agreed' } : { kind: 'level', by: level - asks }
}

/** The competency of which most people are short, from two on; null where no gap is shared. */
export function sharedGap(
  people: readonly Levels[],
  competencyIds: readonly Id[],
): { competencyId: Id; people: number } | null {
  const counted = competencyIds.map((competencyId) => ({
    competencyId,
    people: people.filter((levels) => {
      const cell = cellOf(levels, competencyId)
      return cell.kind === 'level' && cell.by < 0
    }).length,
  }))
  const most = counted.reduce((a, b) => (b.people > a.people ? b : a), { competencyId: '', people: 0 })
  return most.people >= 2 ? most : null
}
