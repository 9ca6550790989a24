/** The cycles that an account can follow. Source: domain.md 4. */
export const MODELS = ['gibbs', 'kolb'] as const
export type Model = (typeof MODELS)[number]

/** What a stage is there to tell; the rules of thinness ask each for another thing. */
export type StageKind = 'tells' | 'feels' | 'weighs' | 'explains' | 'concludes' | 'plans'

/** A stage: its prompt, what it is for, and from how many words on it can be whole. */
export type StageWords = { key: string; name: string; prompt: string; kind: StageKind; least: number }

export type ModelWords = { name: string; by: string; use: string; stages: readonly StageWords[] }

/** Names of models and stages as published; prompts in our own words. Source: domain.md 4 (Gibbs 1988, Kolb 1984). */
export const MODEL_WORDS: Record<Model, ModelWords> = {
  gibbs: {
    name: 'Gibbs, six stages',
    by: 'Gibbs, 1988',
    use: 'For one thing that happened: a complaint, an observation, a call you keep thinking about.',
    stages: [
      {
        key: 'description',
        name: 'Description',
        prompt:
          'Tell it to somebody who was not there: when, where, who, what you did, how it ended. No customer’s name.',
        kind: 'tells',
        least: 20,
      },
      {
        key: 'feelings',
        name: 'Feelings',
        prompt:
          'What went through your head before, while it happened, and afterwards? Leave out what is nobody’s business.',
        kind: 'feels',
        least: 8,
      },
      {
        key: 'evaluation',
        name: 'Evaluation',
        prompt: 'Which part worked, and which did not? For the customer, and for you.',
        kind: 'weighs',
        least: 12,
      },
      {
        key: 'analysis',
        name: 'Analysis',
        prompt:
          'Look for causes: why did the good part work and the bad part not? What came from you, from others, from the way things are set up?',
        kind: 'explains',
        least: 15,
      },
      {
        key: 'conclusion',
        name: 'Conclusion',
        prompt: 'Which other ways were open to you? What do you see now that you did not then?',
        kind: 'concludes',
        least: 10,
      },
      {
        key: 'action',
        name: 'Action plan',
        prompt:
          'When it comes again, what will you do, and what do you have to learn first? Your next review asks about it.',
        kind: 'plans',
        least: 8,
      },
    ],
  },
  kolb: {
    name: 'Kolb, four stages',
    by: 'Kolb, 1984',
    use: 'For learning over weeks: how your plan went, a way of working you tried. Start at any stage.',
    stages: [
      {
        key: 'experience',
        name: 'Concrete experience',
        prompt: 'What did you do over this time? Two or three things that really happened.',
        kind: 'tells',
        least: 20,
      },
      {
        key: 'observation',
        name: 'Reflective observation',
        prompt:
          'Step back: what did you notice, what surprised you, and what would somebody beside you have noticed?',
        kind: 'weighs',
        least: 12,
      },
      {
        key: 'concept',
        name: 'Abstract conceptualisation',
        prompt: 'What rule would you draw from it, and why should it hold the next time?',
        kind: 'explains',
        least: 15,
      },
      {
        key: 'experiment',
        name: 'Active experimentation',
        prompt: 'How will you try that rule out, where, and by when? Your next review asks about it.',
        kind: 'plans',
        least: 8,
      },
    ],
  },
}

export function isModel(text: string): text is Model {
  return (MODELS as readonly string[]).includes(text)
}
