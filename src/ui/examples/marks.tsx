import { CheckList } from '../lists.tsx'
import { Pips } from '../pips.tsx'
import { Progress } from '../progress.tsx'
import { Ref } from '../section.tsx'
import { Late, OnlyYou, State, Tag, Verdict } from '../tag.tsx'
import type { ExampleGroup } from './example.ts'

export const markExamples: ExampleGroup = {
  id: 'marks',
  title: 'Tags, verdicts and states',
  fact: 'Shape and word carry the meaning; colour supports it',
  examples: [
    {
      name: 'Tags',
      show: (
        <p>
          <Tag>Professional</Tag> <OnlyYou /> <Tag kind="ink">Hidden strength</Tag> <Late days={7} />{' '}
          <Tag kind="thread">
            On thread <Ref>O-14</Ref>
          </Tag>{' '}
          <Tag kind="dash">Self only</Tag>
        </p>
      ),
    },
    {
      name: 'Verdicts, the only four',
      show: (
        <p class="stackv">
          <Verdict word="improvement signal" />
          <Verdict word="concern signal" />
          <Verdict word="no signal" />
          <Verdict word="too few points" />
        </p>
      ),
    },
    {
      name: 'Decisions',
      show: (
        <p class="stackv">
          <State word="award" />
          <State word="refer" />
          <State word="not yet" />
        </p>
      ),
    },
    {
      name: 'Counted progress',
      show: (
        <p class="s stackv">
          <Pips done={0} of={5} />
          <Pips done={3} late={1} of={5} />
          <Pips done={5} of={5} />
        </p>
      ),
    },
    {
      name: 'What is there, what is missing',
      show: (
        <CheckList
          items={[
            { there: true, text: 'New evidence for 3 of 4 objectives' },
            { there: false, text: 'Reflective account unfinished' },
          ]}
        />
      ),
    },
    {
      name: 'Work in progress',
      show: <Progress id="x-load" label="Loading contacts" done={3200} of={5000} />,
    },
  ],
}
