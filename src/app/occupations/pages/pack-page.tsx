import type { VNode } from 'preact'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { RESPONSIBILITIES } from '../../roles/roles.ts'
import { idFor, onetOccupationUri } from '../rules/facts.ts'
import type { Pack } from '../rules/pack.ts'
import { attributionsOf, versionWords } from './words.ts'

/** A starter pack: its occupations, and the roles of its trade that can be added. */
export function PackPage({ pack, loaded }: { pack: Pack; loaded: boolean }): VNode {
  return (
    <>
      {!loaded && (
        <Note title="This pack is not loaded yet.">
          <p>Loading it adds its occupations to the library. No role is added by itself.</p>
          <div class="mt3">
            <PostButton action={paths.occupationPack(pack.name)} kind="secondary" small>
              Load this pack
            </PostButton>
          </div>
        </Note>
      )}
      <Columns split="6-6">
        <Section id="roles" title="Roles you can add" fact={count(pack.roles.length, 'role')}>
          <p class="s ink2 prose mb4">
            What each asks is drawn from the skills that you linked to your competencies. You look at it,
            change it and add it, or leave it.
          </p>
          <Rows
            items={pack.roles.map(({ title, track, responsibility, occupation }, at) => ({
              title,
              href: loaded
                ? paths.occupationRole(idFor(occupation), { pack: pack.name, role: at })
                : undefined,
              meta: `${track} track. Responsibility ${responsibility}: ${RESPONSIBILITIES[responsibility].answersFor}`,
            }))}
          />
        </Section>
        <div>
          {pack.facts.map((part) => (
            <Section
              key={part.scheme}
              id={part.scheme}
              title={versionWords(part)}
              fact={count(part.occupations.length, 'occupation')}
            >
              <Rows
                items={part.occupations.map((one) => {
                  const uri = 'uri' in one ? one.uri : onetOccupationUri(one.code)
                  return {
                    title: one.title,
                    href: loaded ? paths.occupation(idFor(uri)) : undefined,
                    meta: `${one.code}, ${extentOf(one)}`,
                  }
                })}
              />
            </Section>
          ))}
        </div>
      </Columns>
      <Attribution lines={attributionsOf(pack.facts)} />
    </>
  )
}

type One = Pack['facts'][number]['occupations'][number]

function extentOf(one: One): string {
  const asked = 'ratings' in one ? one.ratings.length : one.essential.length + one.optional.length
  if (asked === 0) return 'code and title alone'
  return 'ratings' in one ? count(asked, 'rated element') : count(asked, 'skill')
}
