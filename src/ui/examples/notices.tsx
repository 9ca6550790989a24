import { Button, ButtonLink, Buttons } from '../button.tsx'
import { Kpi } from '../kpi.tsx'
import { Note } from '../note.tsx'
import type { ExampleGroup } from './example.ts'

export const buttonExamples: ExampleGroup = {
  id: 'buttons',
  title: 'Buttons',
  fact: 'One primary a page. The words say what happens',
  examples: [
    {
      name: 'Primary',
      show: (
        <Buttons flush>
          <Button type="button">Sign the review</Button>
          <Button type="button" disabled>
            Cannot yet
          </Button>
        </Buttons>
      ),
    },
    {
      name: 'Secondary',
      show: (
        <Buttons flush>
          <Button kind="secondary" type="button">
            Save draft
          </Button>
          <ButtonLink kind="secondary" href="#buttons" icon="print">
            Print the account
          </ButtonLink>
        </Buttons>
      ),
    },
    {
      name: 'Quiet, small, destructive',
      show: (
        <Buttons flush>
          <Button kind="quiet" type="button">
            Save and come back later
          </Button>
          <Button kind="secondary" small icon="plus" type="button">
            Add an action
          </Button>
          <Button kind="warn" type="button">
            Withdraw the claim
          </Button>
        </Buttons>
      ),
    },
  ],
}

export const noticeExamples: ExampleGroup = {
  id: 'notices',
  title: 'Notices',
  fact: 'Say what happened, then what to do',
  examples: [
    {
      name: 'Four kinds',
      wide: true,
      show: (
        <div class="stackv">
          <Note title="Shown after 3 answers.">Two colleagues have replied, so this stays hidden.</Note>
          <Note kind="warn" title="This plan is stale.">
            No review for 14 weeks; the centre expects one every 8.
          </Note>
          <Note kind="done" title="Review 3 is signed.">
            Plan version 3 is now in force.
          </Note>
          <Note kind="error" title="Not saved.">
            Dana Price changed this page at 09:41. <a href="#notices">See both versions</a>
          </Note>
          <Note kind="private" title="Hidden until yours is in too.">
            Then you both see both, and agree a level in conversation.
          </Note>
        </div>
      ),
    },
    {
      name: 'One figure, its case and its verdict',
      show: (
        <Kpi
          title="Quality score"
          level={4}
          figure="85"
          basis="mean of 6 contacts, range 79 to 91"
          verdict="too few points"
          meaning="6 of the 12 points needed. Read the comments, not the mean."
        />
      ),
    },
  ],
}
