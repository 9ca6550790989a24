import { dayIn, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Columns, Section } from '../../../ui/section.tsx'
import { Signatures } from '../../../ui/sign.tsx'
import { standing } from '../../decisions/decisions.ts'
import type { Portfolio } from '../portfolio.ts'
import type { Seal } from '../seal.ts'

const timeIn = (moment: Date, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(moment)

type Signer = { name: string; state: string; signed: boolean }

/** Who signed the newest closed review; who agreed the plan where there is none. */
function signersOf({ reviews, plan }: Portfolio, zone: string): Signer[] {
  const closed = reviews.find(({ state }) => state === 'closed')
  if (closed)
    return closed.signatures.map(({ name, at }) => ({
      name,
      state: `Review ${closed.number}, plan version ${closed.planVersionAfter ?? closed.planVersionBefore}. Signed ${plainDay(dayIn(at, zone))}, ${timeIn(at, zone)}`,
      signed: true,
    }))
  const [version] = plan.versions
  if (!version) return []
  return [
    {
      name: version.agreedByName,
      state: `Plan version ${version.version}. ${version.alone ? 'Set alone' : 'Agreed'} ${plainDay(version.agreedOn)}. No review is signed yet`,
      signed: true,
    },
  ]
}

/** Those who decided, with how many criteria they awarded; a line that waits where nobody did. */
function decidersOf({ decisions }: Portfolio): Signer[] {
  const now = [...standing(decisions).values()]
  const names = [...new Set(now.map(({ byName }) => byName))]
  if (names.length === 0) return [{ name: 'Assessor', state: 'Has decided nothing yet', signed: false }]
  return names.map((name) => {
    const theirs = now.filter(({ byName }) => byName === name)
    const awarded = theirs.filter(({ verdict }) => verdict === 'award').length
    return {
      name,
      state: `Decided on ${count(theirs.length, 'criterion', 'criteria')}, ${awarded} awarded`,
      signed: true,
    }
  })
}

/** Who signed, and how anybody can check that nothing was changed since. */
export function SignedAndKept(props: { portfolio: Portfolio; seal: Seal; zone: string }) {
  const { portfolio, seal, zone } = props
  const signers = signersOf(portfolio, zone)
  return (
    <Section id="kept" title="Signed and kept">
      <Columns split="6-6">
        {signers.length > 0 ? (
          <Signatures signers={[...signers, ...decidersOf(portfolio)]} />
        ) : (
          <p class="s ink2">Nothing is signed yet: a first plan is agreed, and a review is signed by both.</p>
        )}
        <div class="s ink2 stackv">
          <p>{sealWords(seal)}</p>
          <p>
            How to check this yourself: on the machine that runs Goldthread, type{' '}
            <code class="nw">bin/goldthread history verify</code>. It reads every entry again, and names the
            first that is not as it was written.
          </p>
        </div>
      </Columns>
    </Section>
  )
}

function sealWords(seal: Seal) {
  if (seal.state === 'empty') return 'The history holds no entry yet.'
  if (seal.state === 'broken')
    return (
      <span class="miss">
        Entry {seal.firstBroken} of the history is not as it was written. Tell whoever runs this installation
        before you rely on this account.
      </span>
    )
  const last = `Last entry ${seal.seq.toLocaleString('en-GB')} ends in`
  const hash = <span class="nw">{`${seal.hash.slice(0, 4)} ${seal.hash.slice(4)}`}</span>
  if (seal.state === 'long')
    return (
      <>
        The history is long, and was not read again for this page. {last} {hash}: the check says the same as
        long as no earlier entry was changed.
      </>
    )
  return (
    <>
      Entries 1 to {seal.seq.toLocaleString('en-GB')} of the history agree with each other: nothing in this
      account was changed after it was written. {last} {hash}.
    </>
  )
}
