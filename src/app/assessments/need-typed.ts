import { isId } from '../../kernel/id.ts'
import { isSharing } from '../../kernel/sharing.ts'
import type { Form } from '../visit.ts'
import type { SaidOfNeed } from './needs.ts'
import { isNeedKind, isNeedOrigin, priorityOf, usualSharing } from './rules/need.ts'
import type { Need } from './store/needs.ts'

/** A need that is kept, as its form would show it. */
export function valuesOf(need: Need): Record<string, string> {
  return {
    kind: need.kind,
    competency: need.competencyId ?? '',
    title: need.title,
    why: need.why,
    priority: String(need.priority),
    from: need.from,
    sharing: need.kind === 'professional' ? 'me' : need.sharing,
  }
}

/** What was typed. A professional need is shared with all who lead and assess, whatever stands under "who may read it". */
export function saidIn(form: Form): SaidOfNeed {
  const [typedKind, competency, from, typedSharing] = [
    form.text('kind'),
    form.text('competency'),
    form.text('from'),
    form.text('sharing'),
  ]
  const kind = isNeedKind(typedKind) ? typedKind : null
  return {
    competencyId: isId(competency) ? competency : null,
    title: form.text('title'),
    kind,
    why: form.text('why'),
    evidenceIds: form.all('evidence'),
    priority: priorityOf(form.whole('priority')) ?? undefined,
    from: isNeedOrigin(from) ? from : undefined,
    sharing: kind !== 'professional' && isSharing(typedSharing) ? typedSharing : usualSharing(kind),
  }
}
