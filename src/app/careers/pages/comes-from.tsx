import { attributionsFor } from '../../../kernel/attribution.ts'
import { listing } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { SectionHead } from '../../../ui/section.tsx'
import type { RoleProfile } from '../../roles/roles.ts'

/** What the roles on a page are taken from, and what must be said of those sources. */
export function ComesFrom({
  roles,
  orgName,
  whose,
}: {
  roles: readonly { term: string; role: RoleProfile & { elsewhere?: boolean } }[]
  orgName: string
  /** Who confirmed what an advert asks: "you", or a name. */
  whose: string
}) {
  const adverts = roles.filter(({ role }) => role.elsewhere).map(({ role }) => role.title)
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
      {adverts.length < roles.length && (
        <p class="s mut mt4">Levels asked are {orgName}’s own. The sources say what the work consists of.</p>
      )}
      {adverts.length > 0 && (
        <p class="s mut mt4">
          Levels asked by {listing(adverts)} are those that {whose} confirmed from the advert.
        </p>
      )}
      <Attribution lines={attributionsFor(roles.flatMap(({ role }) => role.sources))} />
    </aside>
  )
}
