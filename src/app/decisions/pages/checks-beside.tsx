import type { ReadinessRow } from '../../readiness/readiness.ts'

/** The thirteen checks beside a decision: what is missing, each with where. Neither a score nor a tick. Source: mission.md. */
export function ChecksBeside({ rows }: { rows: readonly ReadinessRow[] }) {
  return (
    <ol class="prose">
      {rows.map(({ check, title, missing, links }) => (
        <li key={check}>
          {title}
          {missing && <p class="miss">Missing: {missing}</p>}
          {missing &&
            links.map(({ text, href }) => (
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
