import { addDays, type Day, isoWeekday, shortDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Pips } from '../../../ui/pips.tsx'
import { type RowItem, Rows } from '../../../ui/rows.tsx'
import { More } from '../../../ui/section.tsx'
import { Late, Tag } from '../../../ui/tag.tsx'
import { urgencyOf, type Waiting } from '../rules/waiting.ts'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** "Due Mon 23 Nov", "7 days late", "4 days", "Open". */
function UrgencyTag({ waiting, today }: { waiting: Pick<Waiting, 'since' | 'by'>; today: Day }) {
  const urgency = urgencyOf(waiting, today)
  if (urgency.kind === 'late') return <Late days={urgency.days} />
  if (urgency.kind === 'open') return <Tag>Open</Tag>
  if (urgency.kind === 'waits') return <Tag>{urgency.days === 0 ? 'Today' : count(urgency.days, 'day')}</Tag>
  const near = urgency.by <= addDays(today, 7)
  const weekday = near ? `${WEEKDAYS[isoWeekday(urgency.by) - 1] ?? ''} ` : ''
  return <Tag>{`Due ${weekday}${shortDay(urgency.by, today)}`}</Tag>
}

/** The one click that mends it. */
export function MendButton({ mend, about }: { mend: NonNullable<Waiting['mend']>; about: string }) {
  const look = { kind: 'secondary', small: true, about } as const
  return mend.post ? (
    <PostButton action={mend.href} hidden={mend.post} {...look}>
      {mend.text}
    </PostButton>
  ) : (
    <ButtonLink href={mend.href} {...look}>
      {mend.text}
    </ButtonLink>
  )
}

/** Something that waits, as a row of a list. */
export function waitingRow(waiting: Waiting, today: Day): RowItem {
  const { title, why, href, each, parts, mend } = waiting
  return {
    title,
    href: href || undefined,
    meta: parts ? (
      <>
        <Pips {...parts} /> {why.replace(/^\d+ of \d+ /, '')}
      </>
    ) : each ? (
      <>
        {why}{' '}
        {each.map((one, at) => (
          <>
            {at > 0 && ', '}
            <a href={one.href}>{one.text}</a>
          </>
        ))}
      </>
    ) : (
      why
    ),
    below: mend !== undefined,
    side: mend ? <MendButton mend={mend} about={title} /> : <UrgencyTag waiting={waiting} today={today} />,
  }
}

/** A list of which the first rows are seen, and the rest once it is asked for. */
export function AllRows({ items, most }: { items: readonly RowItem[]; most: number }) {
  const rest = items.slice(most)
  return (
    <>
      <Rows items={items.slice(0, most)} />
      {rest.length > 0 && (
        <More summary={`${rest.length} more`}>
          <Rows items={rest} />
        </More>
      )}
    </>
  )
}
