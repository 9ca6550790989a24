import { attributionsFor } from '../../../kernel/attribution.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { SectionHead } from '../../../ui/section.tsx'
import type { RoleProfile } from '../../roles/roles.ts'

/** What the roles on a page are taken from, and what must be said of those sources. */
export function ComesFrom({
  roles,
  orgName,
}: {
  roles: readonly { term: string; role: RoleProfile }[]
  orgName: string
}) {
  return (
    <aside aria-labelledby="cites">
      <SectionHead id="cites" title="Where this comes from" />
      <dl class="cites">
        {roles.map(({ term, role }) => (
          <>
            <dt>{term}</dt>
            <dd>
              {role.sources.length > 0 ? (
                role.sources.map(({ title, address }, index) => (
                  <span key={index} class="sub">
                    {address ? <a href={address}>{title}</a> : title}
                  </span>
                ))
              ) : (
                <>
                  <b class="b">No source is cited.</b> Profile written by {orgName}, {role.version}
                </>
              )}
            </dd>
          </>
        ))}
      </dl>
      <p class="s mut mt4">Levels asked are {orgName}’s own. The sources say what the work consists of.</p>
      <Attribution lines={attributionsFor(roles.flatMap(({ role }) => role.sources))} />
    </aside>
  )
}
