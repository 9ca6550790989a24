import type { VNode } from 'preact'
import { count } from '../../../kernel/text.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { paths } from '../../paths.ts'
import type { Scheme } from '../rules/facts.ts'
import { versionWords } from './words.ts'

/** What removing a version of a classification takes away, what stays, and the button that does it. */
export function ReleasePage(props: {
  release: { scheme: Scheme; version: string; occupations: number }
  /** The version that pages show afterwards, where that changes; null where it does not. */
  next: string | null
}): VNode {
  const { release, next } = props
  const { scheme, version, occupations } = release
  return (
    <>
      <Note
        kind="warn"
        title={`${count(occupations, 'occupation')} of ${versionWords(release)} will be gone.`}
      >
        {next && `Pages will show ${next}. `}What you decided about skills stays, and so do your roles. To
        bring it back, load its download again.
      </Note>
      <Buttons>
        <PostButton action={paths.occupationRelease(scheme, version)} kind="warn">
          Remove {versionWords(release)}
        </PostButton>
        <ButtonLink kind="secondary" href={paths.occupationLoading}>
          Keep it
        </ButtonLink>
      </Buttons>
    </>
  )
}
