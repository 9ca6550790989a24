import { Log, Steps } from '../lists.tsx'
import { Signatures } from '../sign.tsx'
import { State } from '../tag.tsx'
import { MiniThread, Thread, UprightThread } from '../thread.tsx'
import type { ExampleGroup } from './example.ts'

export const threadExamples: ExampleGroup = {
  id: 'threads',
  title: 'Thread line',
  fact: 'Solid up to where you are; a ring is now; dotted is still to come',
  examples: [
    {
      name: 'Across the page, each knot a link',
      wide: true,
      show: (
        <Thread
          label="Thread of objective O-14, example"
          knots={[
            {
              stage: 'Evidence',
              state: 'done',
              href: '#threads',
              text: '8 items',
              meta: 'Billing call-back complaint, first-contact rate, observation',
            },
            {
              stage: 'Need',
              state: 'done',
              href: '#threads',
              text: 'Check understanding before closing',
              meta: 'Agreed 14 September',
            },
            {
              stage: 'Objective',
              state: 'done',
              href: '#threads',
              text: 'O-14: resolve billing contacts first time',
              meta: '68% to 76% by 18 December',
            },
            {
              stage: 'Actions',
              state: 'done',
              href: '#threads',
              text: '3 of 5 done',
              meta: '1 is 7 days late',
            },
            {
              stage: 'Review and reflection',
              state: 'now',
              href: '#threads',
              text: 'Review 3, Tuesday 24 November',
              meta: 'Account at 4 of 6 stages',
            },
            {
              stage: 'Impact on practice',
              state: 'todo',
              text: 'Improvement signal',
              meta: 'Not yet written up',
            },
            { stage: 'Award', state: 'todo', text: 'Criterion 3.3', meta: 'Not yet decided by Chidi Eze' },
          ]}
        />
      ),
    },
    {
      name: 'Upright, with a gap in it',
      show: (
        <UprightThread
          knots={[
            {
              stage: 'Evidence',
              state: 'gap',
              text: 'none linked',
              meta: 'Nobody else has seen it in practice',
            },
            { stage: 'Need', state: 'now', text: 'being agreed', meta: 'With Ben Hughes' },
            { stage: 'Objective', state: 'todo', text: 'not started' },
          ]}
        />
      ),
    },
    {
      name: 'In a row of a table',
      show: (
        <p class="stackv s">
          <MiniThread now="Review and reflection" />
          <MiniThread now="Objective" />
        </p>
      ),
    },
    {
      name: 'What happened to a record',
      show: (
        <Log
          entries={[
            { day: '2026-11-16', text: '16 Nov 2026', what: 'Chidi Eze asked about E-118' },
            { day: '2026-11-06', text: '6 Nov 2026', what: 'Amara Okafor claimed E-112' },
          ]}
        />
      ),
    },
    {
      name: 'Steps to work through',
      show: (
        <Steps
          steps={[
            {
              title: 'Listening and questioning',
              href: '#threads',
              state: <State word="award" text="4 rated" />,
            },
            { title: 'Handling complaints', href: '#marks', state: null, current: true },
            { title: 'Data protection', href: '#forms', state: <State word="not yet" /> },
          ]}
        />
      ),
    },
    {
      name: 'Signatures',
      show: (
        <Signatures
          signers={[
            { name: 'Amara Okafor', state: 'Signed on 24 November 2026', signed: true },
            { name: 'Ben Hughes', state: 'Signs after Amara', signed: false },
          ]}
        />
      ),
    },
  ],
}
