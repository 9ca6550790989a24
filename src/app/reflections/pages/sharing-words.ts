import type { Sharing } from '../../../kernel/sharing.ts'

/** How each way of sharing reads: as a choice, and beside an account. */
export const SHARING_WORDS: Record<Sharing, { choice: string; hint: string; tag: string }> = {
  me: { choice: 'Only you', hint: 'Nobody else reads it or learns that it is here.', tag: 'Only you' },
  leader: {
    choice: 'You and whoever leads you',
    hint: 'For talking about it at a review.',
    tag: 'Shared with the leader',
  },
  assessor: {
    choice: 'Your leader, your assessor and the quality assurer too',
    hint: 'For a qualification, and for the account of your development.',
    tag: 'Shared with the assessor',
  },
}
