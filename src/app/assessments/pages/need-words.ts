import type { Sharing } from '../../../kernel/sharing.ts'
import { listing } from '../../../kernel/text.ts'
import type { NeedKind, NeedOrigin, NeedPriority } from '../rules/need.ts'
import type { NeedHint } from '../rules/need-hints.ts'

export const KIND_NAMES: Record<NeedKind, string> = {
  professional: 'Professional',
  personal: 'Personal',
  both: 'Professional and personal',
}

export const PRIORITY_NAMES: Record<NeedPriority, string> = { 1: 'Now', 2: 'Next', 3: 'Later' }

export const ORIGIN_NAMES: Record<NeedOrigin, string> = {
  assessment: 'An assessment, a SWOT or a gap',
  review: 'A review',
  complaint: 'A complaint',
  feedback: 'Feedback from a customer or colleague',
  'role change': 'A change of role',
  aspiration: 'Where you want to go',
}

/** Who may read it, beside a record and as a choice. */
export const SHARING_NAMES: Record<Sharing, { tag: string; choice: string; hint: string }> = {
  me: { tag: 'Only you', choice: 'Only you', hint: 'Nobody else reads it, or learns that it is here.' },
  leader: {
    tag: 'Shared with the leader',
    choice: 'You and whoever leads you',
    hint: 'For talking about it. No assessor reads it, and it is not in your account.',
  },
  assessor: {
    tag: 'Shared with leader and assessor',
    choice: 'Your leader, your assessor and the quality assurer too',
    hint: 'For a qualification: it stands in your account.',
  },
}

const quoted = (words: readonly string[]) => listing(words.slice(0, 4).map((word) => `“${word}”`))

/** A hint as it is read: what was noticed, then what to do about it. */
export function hintWords(hint: NeedHint): { title: string; text: string } {
  switch (hint.kind) {
    case 'private words':
      return {
        title: `It says ${quoted(hint.words)}, which sounds like life outside work.`,
        text: 'Mixing the two kinds is the common mistake. If it is for yourself, say personal; if the work asks for it too, say both.',
      }
    case 'work words':
      return {
        title: `It says ${quoted(hint.words)}, which sounds like the work.`,
        text: 'If the role asks for it, say professional, or both: then it can become part of the plan that you and your leader agree.',
      }
    case 'self only':
      return {
        title: 'It rests on your own word alone.',
        text: 'Others may see it differently. Ask for an observation, a testimony or feedback, and link what they say.',
      }
    case 'no evidence':
      return {
        title: 'Nothing shows it yet.',
        text: 'Link a figure, an observation or a customer’s words, so that it is more than an impression.',
      }
  }
}
