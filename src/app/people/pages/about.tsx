import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'

export function FindLinkPage() {
  return (
    <Form action={paths.findLink}>
      <TextField name="link" label="Your invitation link" hint="The whole address, as it was given to you." />
      <Buttons>
        <Button>Open the link</Button>
      </Buttons>
    </Form>
  )
}

export function ForgottenPage() {
  return (
    <Form action={paths.forgotten}>
      <TextField
        name="email"
        label="E-mail address"
        hint="If somebody signs in with it, a link is sent there. It works once, within a day."
        type="email"
        autocomplete="username"
      />
      <Buttons>
        <Button>Send me a link</Button>
      </Buttons>
    </Form>
  )
}

export function AppearancePage() {
  return (
    <Form action={paths.appearance}>
      <Choices
        name="theme"
        label="How should pages look?"
        value=""
        choices={[
          { value: '', text: 'As this device is set', hint: 'Dark when the device is dark.' },
          { value: 'light', text: 'Light' },
          { value: 'dark', text: 'Dark' },
        ]}
      />
      <Buttons>
        <Button>Save on this device</Button>
      </Buttons>
    </Form>
  )
}

export function KeptPage() {
  return (
    <>
      <Section id="what" title="What is kept">
        <ul class="prose">
          <li>
            Your assessments, needs, objectives, reviews and evidence, each with who wrote it and when. What
            is agreed or signed is never overwritten.
          </li>
          <li>
            From the helpdesk: the moments, outcome, topic and rating of each contact. Never what was said.
            Customers are kept as a keyed code that cannot be turned back.
          </li>
          <li>
            If you answered by a link as a witness: your words, your name, your work, how you know the person
            and where you can be reached. As a customer: your words, and your first name if you allowed it.
          </li>
          <li>
            If you were asked for 360 feedback: that you were asked and, until the round closes, whether you
            have answered. What you answer lies sealed under a key that is not in the database, without your
            name unless you answer by name, and without a time.
          </li>
          <li>
            A history of changes, each linked to the one before. It can be checked, and its content can be
            erased.
          </li>
        </ul>
      </Section>
      <Section id="who" title="Who reads it">
        <ul class="prose">
          <li>
            You read everything about yourself. Whoever leads you reads your professional records; an assessor
            reads those of the people assigned to them.
          </li>
          <li>
            What a witness or a customer wrote is read by the same people. Where a witness can be reached is
            shown to those who lead, assess and assure quality, not to the person whose work it is.
          </li>
          <li>
            360 feedback is read by the person it is about and whoever leads them, both the same, after the
            round has closed; by an assessor where the person shares it; by nobody else.
          </li>
          <li>What is marked “Only you” is yours alone: it is in nobody else’s page, copy or count.</li>
        </ul>
      </Section>
      <Section id="long" title="For how long">
        <ul class="prose">
          <li>
            Records stay while you are here and after you leave. Whoever runs this installation can erase what
            the history holds about you: ask at any time.
          </li>
          <li>
            The single answers to 360 feedback are deleted when the round closes, and their key with them.
            What stays is what each group showed together, the comments, what was said by name, and who was
            asked. The e-mail addresses of people outside are forgotten when the round closes, and their names
            too unless they answered by name. A keyed code stays in their place, by which a later round about
            the same person knows them.
          </li>
          <li>
            What a mail says, and to whom it goes, is kept until the mail server has it; that it was sent, for
            60 days. Of a request for 360 feedback not even that stays.
          </li>
          <li>An import can be undone. Figures kept as evidence stay as they were when they were kept.</li>
          <li>
            One-time links end after 14 days (to join) or 1 day (a new password), and those for witnesses and
            customers after 60 days at most. Then the e-mail address they went to is forgotten. Sign-in lasts
            14 days.
          </li>
        </ul>
      </Section>
    </>
  )
}

export function AccessibilityPage() {
  return (
    <div class="prose">
      <p>
        Goldthread aims to meet WCAG 2.2 at level AA. Every page works by keyboard, without JavaScript, at
        400% zoom and in print, in light and in dark.
      </p>
      <p>Charts carry their numbers in a table. A status is always a word, never a colour alone.</p>
      <p>
        Each page is checked by machine when Goldthread is built. Machines find less than half of what people
        meet, so tell the person who runs this installation what gets in your way.
      </p>
    </div>
  )
}

export function HelpPage() {
  return (
    <>
      <ol class="prose">
        <li>The administrator sets up, adds people, and hands each their one-time link.</li>
        <li>
          The administrator loads a helpdesk export under “Helpdesk import”. The file is shown as it was read
          before anything is loaded. No helpdesk? Keep a tally by hand on the page “What the work shows”.
        </li>
        <li>The adviser looks at what their own work shows, and keeps a figure as evidence.</li>
        <li>
          The adviser and the leader each assess, without seeing the other’s levels; then they agree a third.
        </li>
        <li>Gaps shows every source beside the level the role needs. One button makes an objective.</li>
        <li>The objective is agreed, and becomes version 1 of the plan.</li>
        <li>A review looks at what changed, and changes the plan with a reason. Both sign.</li>
        <li>The account prints the whole thread.</li>
      </ol>
      <Section id="alone" title="If you work alone">
        <p class="prose">
          You can do every part but the other person’s. Each page says what is missing until a leader, a tutor
          or a placement supervisor joins.
        </p>
      </Section>
    </>
  )
}
