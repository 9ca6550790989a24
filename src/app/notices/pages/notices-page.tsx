import { dayIn, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { Quiet } from '../../../kernel/quiet.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, Tick } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Panel, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { KIND_WORDS, KINDS, KINDS_AS_SHOWN, type NoticeKind } from '../rules/kinds.ts'
import { HoursFields } from './hours-fields.tsx'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export type NoticesPageProps = {
  personId: string
  /** Whether mail can be sent from here, and where to. */
  mail: boolean
  email: string | null
  off: readonly NoticeKind[]
  /** What was typed or chosen; `own` hours or the organisation's. */
  hours: { whose: 'own' | 'usual'; from: string; to: string; weekends: boolean }
  usual: Quiet
  digestWeekday: number
  feedSince: Date | null
  zone: string
  refusals: readonly Refusal[]
}

const hoursWords = ({ from, to, weekends }: Quiet) =>
  `from ${from} until ${to}${weekends ? ', and at weekends' : ''}`

/** Which mails somebody gets, when, and their calendar. */
export function NoticesPage(props: NoticesPageProps) {
  const { personId, mail, email, off, hours, usual, digestWeekday, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {!mail && (
        <Note title="No mail server is set here, so nothing is sent.">
          What you choose counts from the day on which one is set. Your calendar works now.
        </Note>
      )}
      {mail && email === null && (
        <Note title="No e-mail address is kept of you, so nothing is sent.">
          Ask an administrator to add yours. Your calendar works now.
        </Note>
      )}
      <Columns split="8-4">
        <Section id="mails" title="What we write to you about" fact={email && `To ${email}`}>
          <Form action={paths.notices(personId)}>
            <Choices
              name="on"
              label="Mails you get"
              many
              value={KINDS.filter((kind) => !off.includes(kind))}
              choices={KINDS_AS_SHOWN.map((kind) => ({
                value: kind,
                text: KIND_WORDS[kind].title,
                hint: KIND_WORDS[kind].hint,
              }))}
            />
            <Select
              name="weekday"
              label="The day of your weekly mail"
              width="l"
              value={String(digestWeekday)}
              options={WEEKDAYS.map((text, index) => ({ value: String(index + 1), text }))}
            />
            <Choices
              name="hours"
              label="When no mail comes"
              hint="What happens then is told afterwards."
              value={hours.whose}
              choices={[
                { value: 'usual', text: `As everybody here: ${hoursWords(usual)}` },
                { value: 'own', text: 'At these times' },
              ]}
            />
            <HoursFields legend="Your own times" from={hours.from} to={hours.to} refusals={refusals} />
            <Tick name="weekends" text="At weekends too" checked={hours.weekends} />
            <Buttons>
              <Button>Save what you get</Button>
            </Buttons>
          </Form>
        </Section>
        <Feed {...props} />
      </Columns>
      <div class="mt5">
        <Guide
          good="You keep the mails that need you: a signature, a question, a review that comes near."
          mistake="Turning everything off and hoping to remember. Then a review is missed that one line would have saved."
          example="Amara keeps the weekly mail, and the calendar. On Monday she sees in one minute what waits."
        />
      </div>
    </>
  )
}

function Feed({ personId, feedSince, zone }: NoticesPageProps) {
  return (
    <Panel id="calendar" title="Your calendar">
      <p class="s ink2">
        Your calendar program can show your reviews, and the days of your objectives, actions and feedback, by
        a secret address. It shows days, and neither names nor what they are about.
      </p>
      {feedSince && <p class="s">It has an address since {plainDay(dayIn(feedSince, zone))}.</p>}
      <div class="mt3">
        <PostButton action={paths.noticesFeed(personId)} hidden={{ act: 'open' }} kind="secondary">
          {feedSince ? 'Make a new address' : 'Make the address'}
        </PostButton>
        {feedSince && (
          <PostButton action={paths.noticesFeed(personId)} hidden={{ act: 'close' }} link>
            Take the address away
          </PostButton>
        )}
      </div>
    </Panel>
  )
}
