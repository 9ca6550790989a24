import { PostButton } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'
import { KIND_WORDS, type NoticeKind } from '../rules/kinds.ts'

/** Asks somebody who followed the link of a mail whether mails of its kind are to stop: opening it stops nothing. */
export function StopPage({ token, kind }: { token: string; kind: NoticeKind }) {
  return (
    <div class="form">
      <p>Mails of this kind: {KIND_WORDS[kind].title}. The others stay as they are.</p>
      <PostButton action={paths.unsubscribe(token)}>Stop these mails</PostButton>
    </div>
  )
}

/** After mails of a kind were stopped. */
export function StoppedPage({ personId }: { personId: string }) {
  return (
    <p>
      Nothing else has changed. You can turn them on again, once you have signed in:{' '}
      <a href={paths.notices(personId)}>your mail and calendar</a>.
    </p>
  )
}
