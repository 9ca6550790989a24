import type { ReadinessRow } from '../../readiness/readiness.ts'

/**
 * The thirteen checks beside a decision: what is there, what is missing, and where. Neither a score nor a tick. Source: mission.md, Readiness.
 */
export function ChecksBeside({ rows }: { rows: readonly ReadinessRow[] }) {
  return (
    <ol class="rows">
      {rows.map(({ check, title, what, missing, links }) => (
        <li key={check}>
          <div>
            <p class="s b">
              {check} {title}
            </p>
            <p class="m">{what}</p>
            {missing && <p class="s miss">Missing: {missing}</p>}
            <p class="s no-print">
              {links.map(({ text, href }, at) => (
                <span key={href}>
                  {at > 0 && ', '}
                  <a href={href}>
                    {text}
                    <span class="vh"> for check {check}</span>
                  </a>
                </span>
              ))}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
