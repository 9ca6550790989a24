import type { ReadinessRow } from '../../readiness/readiness.ts'

/**
 * The thirteen checks beside a decision: what is there, what is missing, and where. Neither a score nor a tick. Source: mission.md, Readiness.
 */
export function ChecksBeside({ rows }: { rows: readonly ReadinessRow[] }) {
  return (
    <ol class="prose">
      {rows.map(({ check, title, what, missing, links }) => (
        <li key={check}>
          {title}
          <p class="s ink2">{what}</p>
          {missing && <p class="miss">Missing: {missing}</p>}
          {links.map(({ text, href }) => (
            <a key={href} class="s" href={href}>
              {text}
              <span class="vh"> for check {check}</span>
            </a>
          ))}
        </li>
      ))}
    </ol>
  )
}
