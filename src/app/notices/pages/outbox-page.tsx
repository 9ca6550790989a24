import { dayIn, shortDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Unconfirmed } from '../notices.ts'

/** The outbox: every mail that no mail server has confirmed, and what can be done about it. */
export function OutboxPage(props: {
  mails: readonly Unconfirmed[]
  /** Whether mail can be sent from here. */
  mail: boolean
  today: string
  zone: string
  refusals: readonly Refusal[]
}) {
  const { mails, mail, today, zone, refusals } = props
  const waiting = mails.filter(({ waits }) => waits)
  const going = mails.filter(({ waits }) => !waits)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {!mail && (
        <Note title="No mail server is set here, so nothing is sent.">
          Links are shown to hand over instead. What lies here goes once a mail server is set.
        </Note>
      )}
      <Section id="waiting" title="Waits for you" fact="Never sent again by itself">
        {waiting.length > 0 ? (
          <Mails caption="Mail that waits for you" mails={waiting} today={today} zone={zone} acts />
        ) : (
          <Empty
            title="Nothing waits"
            belongs="A mail stands here when nobody knows whether it was sent, or when the mail server refused it."
            helps="You decide then, so that nobody gets it twice and none is lost."
          />
        )}
      </Section>
      {going.length > 0 && (
        <Section id="going" title="On its way" fact="Sent, and tried again, by itself">
          <Mails caption="Mail on its way" mails={going} today={today} zone={zone} />
        </Section>
      )}
      <div class="mt5">
        <Guide
          good="Ask whoever the mail is for whether they have it, and send it again where they do not."
          mistake="Sending everything again at once. Somebody who has the first mail already gets the same one twice; most mailboxes show it once, as it has the same number."
          example="Goldthread was stopped in the second in which the mail server took an invitation to Grace. She has it: Dana leaves it."
        />
      </div>
    </>
  )
}

function Mails(props: {
  caption: string
  mails: readonly Unconfirmed[]
  today: string
  zone: string
  acts?: boolean
}) {
  const { caption, mails, today, zone, acts } = props
  const name = ({ about, to }: Unconfirmed) => `${about}${to ? ` to ${to}` : ''}`
  return (
    <Table
      caption={caption}
      hideCaption
      rows={mails}
      columns={[
        {
          head: 'Mail',
          cell: ({ about, subject }) => (
            <>
              {about}
              <Sub>{subject}</Sub>
            </>
          ),
        },
        { head: 'To', cell: ({ to }) => to ?? 'Kept from you: who was asked is nobody’s to know' },
        { head: 'Written', cell: ({ postedAt }) => shortDay(dayIn(postedAt, zone), today) },
        {
          head: 'How it stands',
          cell: ({ stands, why }) => (
            <>
              {stands}
              {why && <Sub>{why}</Sub>}
            </>
          ),
        },
        ...(acts
          ? [
              {
                head: 'What you can do',
                hideHead: true,
                cell: (mail: Unconfirmed) => (
                  <>
                    <PostButton action={paths.mailSending(mail.mailId)} link about={name(mail)}>
                      Resend
                    </PostButton>{' '}
                    <PostButton action={paths.mailEnd(mail.mailId)} link about={name(mail)}>
                      Leave it
                    </PostButton>
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
