import type { Id } from '../../../kernel/id.ts'
import { type Competency, LEVEL_LABELS, LEVELS } from '../rules/competency.ts'

type Anchors = [aware: string, withHelp: string, onMyOwn: string, inHardCases: string, leadsOthers: string]

/** A competency as its author writes it: the five anchors in order, marks and words in one line each. */
export function competency(
  code: string,
  competencyId: Id,
  title: string,
  marks: { kind: Competency['kind']; soft?: true; legal?: true },
  statement: string,
  anchors: Anchors,
  words: string,
): Competency {
  return {
    competencyId,
    code,
    title,
    statement,
    kind: marks.kind,
    soft: marks.soft ?? false,
    legal: marks.legal ?? false,
    levels: LEVELS.map((level) => ({
      level,
      label: LEVEL_LABELS[level],
      anchor: anchors[level - 1] ?? '',
    })),
    words: words.split(', '),
  }
}
