import { plainDay } from '../../../kernel/day.ts'
import { capital, listing } from '../../../kernel/text.ts'
import type { RowItem } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { StaleThing } from '../../staleness/staleness.ts'
import { AllRows, MendButton } from './rows.tsx'

const MOST = 6

/** What has waited so long with somebody that their leader sees it too: person by person, with the click that mends it. */
export function StandsStill({ things }: { things: readonly StaleThing[] }) {
  const items = [...Map.groupBy(things, ({ personId }) => personId).values()].flatMap((theirs): RowItem[] => {
    const [first] = theirs
    if (!first) return []
    const { personId, name, mend } = first
    return [
      {
        title: name,
        href: paths.person(personId),
        meta: theirs.map(({ what, why, href, since, asked: [newest] }, index) => (
          <>
            {index > 0 && <br />}
            <a href={href}>{what}</a>. {why} Waiting since {plainDay(since)}.
            {newest && ` ${newest.by} asked on ${plainDay(newest.on)} whether you need time for it.`}
          </>
        )),
        below: true,
        side: <MendButton mend={mend} about={`for ${name}`} />,
      },
    ]
  })
  return (
    <Section id="still" title="Where you could help" fact="Each has waited with its person first">
      <AllRows items={items} most={MOST} />
    </Section>
  )
}

/** What has waited with people further down: whose it is, what kind of thing, who leads them, and no more. */
export function UpTheLine({ things }: { things: readonly StaleThing[] }) {
  const items = [...Map.groupBy(things, ({ personId }) => personId).values()].flatMap((theirs): RowItem[] => {
    const [first] = theirs
    if (!first) return []
    const { name, why, mend, asked } = first
    const kinds = listing([...new Set(theirs.map(({ what }) => what))])
    const since = theirs.map((one) => one.since).sort()[0] ?? first.since
    const [own] = asked
    return [
      {
        title: name,
        meta: `${capital(kinds)}. ${why} Waiting since ${plainDay(since)}.${own ? ` You asked on ${plainDay(own.on)}.` : ''}`,
        below: true,
        side: own ? <Tag>Asked</Tag> : <MendButton mend={mend} about={`about ${name}`} />,
      },
    ]
  })
  return (
    <Section
      id="line"
      title="Up the line"
      fact="You see whose it is and what kind of thing, not what it says"
    >
      <p class="s ink2 meas mb4">
        These have waited with the person, and then with their leader. Ask the leader whether they need time
        or help.
      </p>
      <AllRows items={items} most={MOST} />
    </Section>
  )
}
