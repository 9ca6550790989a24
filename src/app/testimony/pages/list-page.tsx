import { type Day, shortDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { mailReason, mailState } from '../../../shell/mail-words.ts'
import type { OutboxMail } from '../../../shell/outbox-mails.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { stateOf, works } from '../rules/request.ts'
import type { Request } from '../store/requests.ts'
import { AS_WORDS, reminderWords, sentWords, stateWords } from './words.ts'

/** A request as it is listed. */
export type ListedRequest = Request & {
  askedByName: string
  /** The item asked about, and the item that the answer became. */
  aboutRef: string | null
  answer: { evidenceId: Id; ref: string } | null
  /** The newest mail to them. */
  mail: OutboxMail | null
  /** Whether the reader may remind them and take the request back. */
  manages: boolean
}

/** Whom was asked about a person's work, and how each stands. */
export function ListPage(props: {
  personId: Id
  own: boolean
  mayAsk: boolean
  /** Whether mail can be sent from here. */
  mail: boolean
  requests: readonly ListedRequest[]
  today: Day
  refusals: readonly Refusal[]
}) {
  const { personId, own, mayAsk, mail, requests, today, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section
        id="asked"
        title="Who was asked"
        fact={<a href={paths.witnesses(personId)}>The list of witnesses</a>}
      >
        {requests.length > 0 ? (
          <Table
            caption="Everybody who was asked, newest first"
            hideCaption
            rows={requests}
            columns={[
              {
                head: 'Who',
                cell: (one) => (
                  <>
                    {one.name}
                    <Sub>
                      {AS_WORDS[one.kind]}
                      {one.relationship && `, ${one.relationship}`}
                    </Sub>
                  </>
                ),
              },
              {
                head: 'About',
                cell: (one) => (
                  <>
                    {one.about}
                    {one.happenedOn && <Sub>{shortDay(one.happenedOn, today)}</Sub>}
                    {one.evidenceId && one.aboutRef && (
                      <Sub>
                        <a href={paths.evidenceItem(personId, one.evidenceId)}>{one.aboutRef}</a>
                      </Sub>
                    )}
                  </>
                ),
              },
              {
                head: 'Asked',
                cell: (one) => (
                  <>
                    {shortDay(one.askedOn, today)} by {one.askedByName}
                    <Sub>{sentWords({ sent: one.sent, askedBy: one.askedByName })}</Sub>
                  </>
                ),
              },
              {
                head: 'How it stands',
                cell: (one) => (
                  <>
                    {stateWords(one, today)}
                    {one.answer && (
                      <>
                        :{' '}
                        <a class="nw" href={paths.evidenceItem(personId, one.answer.evidenceId)}>
                          {one.answer.ref}
                        </a>
                      </>
                    )}
                    {reminderWords(one) && <Sub>{reminderWords(one)}</Sub>}
                    <Posted mail={one.mail} />
                  </>
                ),
              },
              {
                head: 'What you can do',
                hideHead: true,
                cell: (one) => <Acts request={one} mail={mail} today={today} />,
              },
            ]}
          />
        ) : (
          <Empty
            title="Nobody was asked yet"
            belongs="A colleague or a customer who saw the work says what they saw, by a link that needs no account."
            helps="Then somebody besides you stands behind it."
            action={
              mayAsk ? (
                <ButtonLink kind="secondary" small href={paths.testimonyNew(personId)}>
                  Ask a witness or a customer
                </ButtonLink>
              ) : undefined
            }
          />
        )}
      </Section>
      <Guide
        good="You ask soon after it happened, about one occasion, and say what it is for. Who answers saw it themself, and says what was done and said."
        mistake="Asking a friend for kind words. “She is a lovely person” tells an assessor nothing: it is a character reference, and no evidence."
        example={`Amara asks the field engineer who stood beside the customer on 3 November: “What did you hear me say when the visit was moved?” ${own ? 'Two' : 'His two'} sentences answer it: what was promised, and that it was kept.`}
      />
    </>
  )
}

/** What became of the mail to them, while no server has confirmed it. */
function Posted({ mail }: { mail: OutboxMail | null }) {
  if (!mail || mail.state === 'sent') return null
  return (
    <Sub>
      The mail: {mailState(mail)}. {mailReason(mail)}
    </Sub>
  )
}

function Acts({ request, mail, today }: { request: ListedRequest; mail: boolean; today: Day }) {
  if (!request.manages || !works(stateOf(request, today))) return null
  const { personId, requestId, email, reminder, name, mail: last } = request
  return (
    <>
      {mail && email !== null && reminder !== 'sent' && (
        <>
          <PostButton action={paths.testimonyReminder(personId, requestId)} link about={`${name} by mail`}>
            Remind
          </PostButton>{' '}
        </>
      )}
      {last?.why && (
        <>
          <PostButton action={paths.testimonyHanding(personId, requestId)} link about={`for ${name}`}>
            Hand over a link
          </PostButton>{' '}
        </>
      )}
      <PostButton action={paths.testimonyRevoking(personId, requestId)} link about={`the link for ${name}`}>
        Take back
      </PostButton>
    </>
  )
}

/** "3 people were asked, 1 has answered." */
export function leadOf(requests: readonly Request[]): string {
  if (requests.length === 0) return 'Somebody who saw the work says what they saw.'
  const answered = requests.filter(({ state }) => state === 'answered').length
  return `${count(requests.length, 'request')}, ${answered} answered.`
}
