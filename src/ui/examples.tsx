import { chartExamples } from './examples/charts.tsx'
import type { ExampleGroup } from './examples/example.ts'
import { formExamples } from './examples/forms.tsx'
import { markExamples } from './examples/marks.tsx'
import { buttonExamples, noticeExamples } from './examples/notices.tsx'
import { recordExamples } from './examples/records.tsx'
import { threadExamples } from './examples/threads.tsx'

/** Every part in every state. */
export const EXAMPLES: readonly ExampleGroup[] = [
  buttonExamples,
  markExamples,
  threadExamples,
  noticeExamples,
  formExamples,
  recordExamples,
  chartExamples,
]
