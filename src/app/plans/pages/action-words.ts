import type { Way } from '../rules/objective.ts'

/** How an action is learnt, beside it. */
export const WAY_NAMES: Record<Way, string> = {
  experience: 'By doing it',
  others: 'From others',
  course: 'On a course',
}

export const WAY_CHOICES: { value: string; text: string }[] = [
  { value: '', text: 'Not said' },
  { value: 'experience', text: 'By doing it: a task, a turn, a project' },
  { value: 'others', text: 'From others: watching, asking, feedback' },
  { value: 'course', text: 'On a course, or by reading' },
]
