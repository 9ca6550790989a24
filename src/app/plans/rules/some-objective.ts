import { checkGoal } from '../../../kernel/smart.ts'
import type { Action, Objective } from './objective.ts'

let made = 0

/** An objective for a test, filled in where the test does not speak of it: Amara's, agreed on 29 September 2026. */
export function someObjective(more: Partial<Objective> = {}): Objective {
  made += 1
  const text = more.text ?? 'Ring back every customer on the day promised, by 18 December 2026.'
  return {
    objectiveId: `objective-${made}`,
    ref: `O-${made}`,
    personId: 'amara',
    needId: null,
    title: 'Ring back on the day promised',
    text,
    kind: 'professional',
    why: 'The role needs it.',
    sharing: more.private ? 'me' : 'assessor',
    private: more.sharing === 'me',
    measure: 'fcr',
    measureName: 'Resolved first time',
    unit: 'share',
    baseline: null,
    target: null,
    due: null,
    resources: '',
    success: '',
    bands: { partly: '', met: '', exceeded: '' },
    budget: null,
    afterId: null,
    after: null,
    place: made,
    priorityId: null,
    priority: null,
    servesAspiration: false,
    state: 'agreed',
    unmetReason: null,
    actions: [],
    reading: checkGoal(text, '2026-09-29'),
    basis: null,
    version: 1,
    madeOn: '2026-09-20',
    proposedOn: '2026-09-25',
    agreedOn: '2026-09-29',
    amendedOn: null,
    declined: null,
    agreedAlone: false,
    closedOn: null,
    closedAs: null,
    cause: null,
    causeReason: null,
    changedAt: new Date('2026-09-29T10:00:00Z'),
    changedBy: 'ben',
    ...more,
  }
}

/** An action for a test: Amara's, planned for 4 December 2026. */
export function someAction(more: Partial<Action> = {}): Action {
  made += 1
  return {
    actionId: `action-${made}`,
    what: 'Listen in on two complaint calls',
    owner: 'Amara Okafor',
    ownerId: null,
    withWhom: '',
    way: null,
    by: '2026-12-04',
    state: 'planned',
    doneOn: null,
    ...more,
  }
}
