import type { Day } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { typedDate } from '../../ui/choices.tsx'
import { compared } from '../measures/measures.ts'
import type { Visit } from '../visit.ts'
import type { AskedChange } from './impact.ts'
import type { ImpactShown, TypedImpact } from './pages/impact.tsx'
import type { Reflection } from './reflections.ts'

/** What was typed of the impact: as it is shown again, and what it asks for. */
export function impactIn({ form }: Visit): {
  change: AskedChange | null
  fields: Pick<TypedImpact, 'impact' | 'measure' | 'since'>
  refusals: Refusal[]
} {
  const measure = form.text('measure')
  const since = form.day('since')
  const { values } = form
  const fields = {
    impact: form.text('impact'),
    measure,
    since: {
      day: values['since-day'] ?? '',
      month: values['since-month'] ?? '',
      year: values['since-year'] ?? '',
    },
  }
  if (since === 'wrong')
    return {
      change: null,
      fields,
      refusals: [{ field: 'since', message: 'Give day, month and year of a day that exists.' }],
    }
  return {
    change: measure ? { measure, since, anew: form.all('anew').includes('yes') } : null,
    fields,
    refusals: [],
  }
}

/** The impact as the form begins: of a kept account, else of what the account is about. */
export function impactFrom(
  account: Pick<Reflection, 'impact' | 'shown'> | null,
  about: { measure: string | null; since: Day | null } | null,
): TypedImpact {
  const shown = account?.shown ?? null
  return {
    impact: account?.impact ?? '',
    measure: shown?.measure ?? (account ? '' : (about?.measure ?? '')),
    since: typedDate(shown?.since ?? about?.since ?? null),
    ...(shown ? { shown, kept: true } : { shown: null, kept: false }),
  }
}

/** The before and after of what was typed, counted to look at; what is kept where it is the same. */
export async function impactShown(
  { tx, person, today }: Visit,
  change: AskedChange | null,
  kept: Reflection['shown'],
): Promise<ImpactShown> {
  if (change === null || change.since === null || change.since > today) return { shown: null, kept: false }
  const { measure, since, anew } = change
  if (kept && kept.measure === measure && kept.since === since && !anew) return { shown: kept, kept: true }
  return { shown: await compared(tx, person.personId, measure, { since }, today), kept: false }
}
