import { Note } from '../../../ui/note.tsx'
import { quotesWords } from '../rules/telltale.ts'

/** What a helpful comment holds. Source: Situation-Behaviour-Impact, domain.md 6. */
export function OpenHint() {
  return (
    <>
      One moment helps most. <b class="b">Situation:</b> when was it? <b class="b">Behaviour:</b> what was
      done or said? <b class="b">Impact:</b> what came of it?
    </>
  )
}

/** Where a comment says nothing that was done. Always in the page: the browser shows it while somebody types. */
export function UselessNote({ field, own, shown }: { field: string; own: boolean; shown: boolean }) {
  return (
    <div class="mt2" role="status">
      <div data-useless={field} hidden={!shown}>
        <Note
          title={
            own
              ? 'This says what you think of yourself, not what you did.'
              : 'This says what you think of somebody, not what they did.'
          }
        >
          Could you add one time {own ? 'you did it' : 'you saw it'}? You can also send it as it is.
        </Note>
      </div>
    </div>
  )
}

/** Words that may tell who wrote them, quoted. Always in the page, as `UselessNote`. */
export function TelltaleNote({ quotes }: { quotes: readonly string[] }) {
  return (
    <div role="status">
      <div data-telltale hidden={quotes.length === 0}>
        <Note kind="warn" title="Read your words once more.">
          They are shown as you wrote them.{' '}
          <span data-quotes={JSON.stringify(quotes)}>{quotesWords(quotes)}</span> may tell who you are.
        </Note>
      </div>
    </div>
  )
}
