import { z } from 'zod'
import type { SmartReading } from '../../kernel/smart.ts'

const letter = z.strictObject({
  found: z.boolean().meta({ description: 'Whether the words answer this letter.' }),
  because: z.string().meta({ description: 'What was found or is missing, in plain words.' }),
  spans: z
    .array(z.tuple([z.int().min(0), z.int().min(0)]))
    .meta({ description: 'Where in the text: start and end in UTF-16 units, the end not included.' }),
})

/** A goal's reading as the command line and the API print it. */
export const goalDocument = z.strictObject({
  text: z.string(),
  letters: z.strictObject({
    S: letter,
    M: letter,
    A: letter.nullable().meta({ description: 'Null: no wording can show that a goal is within reach.' }),
    R: letter.nullable().meta({ description: 'Null: no wording can show that a goal matters.' }),
    T: letter,
  }),
  verdict: z.enum(['smart', 'partial', 'vague']).meta({
    description: 'S, M and T all found is smart; two of them partial; one or none vague.',
  }),
  advice: z.array(z.string()).meta({ description: 'What would complete the letters that are missing.' }),
})

const shown = ({ found, because, spans }: SmartReading['letters']['S']) => ({ found, because, spans })

/** The reading as a document, the same for every way in. */
export function documentOf({ text, letters, verdict, advice }: SmartReading): z.infer<typeof goalDocument> {
  const { S, M, A, R, T } = letters
  return {
    text,
    letters: { S: shown(S), M: shown(M), A: A && shown(A), R: R && shown(R), T: shown(T) },
    verdict,
    advice,
  }
}
