/** The models that an account can follow, in the order in which they are offered. Source: domain.md 4. */
export const MODELS = ['gibbs', 'kolb', 'driscoll', 'rolfe', 'era'] as const
export type Model = (typeof MODELS)[number]

/** What a stage is there to tell; the rules of thinness ask each for another thing. */
export type StageKind = 'tells' | 'feels' | 'weighs' | 'explains' | 'concludes' | 'plans'

/** A stage: its prompt, what it is for, and from how many words on it can be whole. */
export type StageWords = { key: string; name: string; prompt: string; kind: StageKind; least: number }

export type ModelWords = { name: string; by: string; use: string; stages: readonly StageWords[] }

/** Names of models and stages as published; prompts, and which model suits what, in our own words. Source: domain.md 4. */
export const MODEL_WORDS: Record<Model, ModelWords> = {
  /** Source: Gibbs, 1988. */
  gibbs: {
    name: 'Gibbs, six stages',
    by: 'Gibbs, 1988',
    use: 'For one thing that happened: a complaint, an observation, a call you keep thinking about. Also for an assessor.',
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
  /** Source: Kolb, 1984. */
  kolb: {
    name: 'Kolb, four stages',
    by: 'Kolb, 1984',
    use: 'For learning over weeks or months: how your plan went, a way of working you tried. Start at any stage.',
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
  /** Source: Driscoll, 1994 and 2007. */
  driscoll: {
    name: 'Driscoll, three questions',
    by: 'Driscoll, 1994 and 2007',
    use: 'Quick, straight after a call: three questions, a few lines each.',
    stages: [
      {
        key: 'what',
        name: 'What?',
        prompt: 'Go back to it: what came up, what did you do, what did the customer do? No customer’s name.',
        kind: 'tells',
        least: 15,
      },
      {
        key: 'so-what',
        name: 'So what?',
        prompt: 'Why did it go that way? How did it leave you and the customer, and what do you make of it?',
        kind: 'explains',
        least: 15,
      },
      {
        key: 'now-what',
        name: 'Now what?',
        prompt: 'What will you do another way, and on which occasion? Your next review asks about it.',
        kind: 'plans',
        least: 8,
      },
    ],
  },
  /** Source: Rolfe, Freshwater and Jasper, 2001. */
  rolfe: {
    name: 'Rolfe, three questions in depth',
    by: 'Rolfe, Freshwater and Jasper, 2001',
    use: 'For an assessor, or something that keeps coming back: the same three questions, deeper. The last one weighs most.',
    stages: [
      {
        key: 'what',
        name: 'What? (descriptive)',
        prompt:
          'What were you trying to do? What did you do, how did others answer, how did you and they feel, what came of it? No customer’s name.',
        kind: 'tells',
        least: 20,
      },
      {
        key: 'so-what',
        name: 'So what? (theory-building)',
        prompt:
          'What does it teach you about the customer, about yourself, about how you work? Why did it go so, and which guidance or training bears on it?',
        kind: 'explains',
        least: 20,
      },
      {
        key: 'now-what',
        name: 'Now what? (action-oriented)',
        prompt:
          'What has to be done so that it goes better or is no longer stuck, by you and when? What else would that change? Your next review asks about it.',
        kind: 'plans',
        least: 12,
      },
    ],
  },
  /** Source: Jasper, 2013. */
  era: {
    name: 'ERA, three stages',
    by: 'Jasper, 2013',
    use: 'Quick, after a call or at the end of a shift: what you met, what you think of it, what you do. Then round again.',
    stages: [
      {
        key: 'experience',
        name: 'Experience',
        prompt: 'What did you meet? One call or one moment, and your part in it. No customer’s name.',
        kind: 'tells',
        least: 15,
      },
      {
        key: 'reflecting',
        name: 'Reflection',
        prompt: 'Turn it over: what was behind it, why did it strike you, how else could you see it?',
        kind: 'explains',
        least: 15,
      },
      {
        key: 'action',
        name: 'Action',
        prompt:
          'What do you do with that, and when? It is the start of the next round; your review asks about it.',
        kind: 'plans',
        least: 8,
      },
    ],
  },
}

export function isModel(text: string): text is Model {
  return (MODELS as readonly string[]).includes(text)
}
