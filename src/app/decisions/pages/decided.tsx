import { plainDay } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import { Log } from '../../../ui/lists.tsx'
import { More } from '../../../ui/section.tsx'
import { State } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Decision } from '../rules/decision.ts'

/** What was decided, newest first: added to, never changed. */
export function DecidedLog({ decisions, named }: { decisions: readonly Decision[]; named?: boolean }) {
  return (
    <Log
      entries={decisions.map((one) => ({
        day: one.on,
        text: plainDay(one.on),
        what: (
          <>
            <p>
              {named && (
                <a href={paths.criterion(one.personId, one.unitId, one.criterionId)}>
                  {one.unitTitle}, {one.code}
                </a>
              )}{' '}
              <State word={one.verdict} /> by {one.byName}.
            </p>
            {one.feedback && <p>“{one.feedback}”</p>}
            {one.actBy && <p>To be done by {plainDay(one.actBy)}.</p>}
            <More summary={`What it rests on (${one.code})`}>
              <p>Why: {one.reason}</p>
              <p>
                Criterion as it was worded, version {one.unitVersion}: {one.words}
              </p>
              <p>
                {one.cited.length > 0
                  ? `Evidence: ${listing(one.cited.map(({ ref, title, version }) => `${ref} ${title} (version ${version})`))}.`
                  : 'No evidence was cited.'}{' '}
                {one.qualities.length > 0 && `Checked as ${listing(one.qualities)}.`}
              </p>
              <p>
                Readiness then:{' '}
                {listing(
                  one.checks.filter(({ state }) => state === 'missing').map(({ check }) => `${check}`),
                ) || 'nothing'}{' '}
                missing of 13.
              </p>
            </More>
          </>
        ),
      }))}
    />
  )
}
