import { count } from '../../../kernel/text.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { paths } from '../../paths.ts'
import type { Batch } from '../store/batches.ts'
import type { Resting } from '../undoing.ts'
import { RestingNote } from './report-page.tsx'

/** While a file loads: how far it is. The page loads again by itself. */
export function LoadingPage({ batch }: { batch: Batch }) {
  return (
    <Progress id="loaded" label="Contacts written" done={batch.progress} of={batch.progressOf}>
      This page looks again by itself. You can leave it: the load goes on
    </Progress>
  )
}

/** A file that nobody loaded. */
export function AsidePage() {
  return (
    <Note title="Nothing of it was loaded.">
      The file is no longer kept here. <a href={paths.imports}>Upload it again</a> if you want it after all.
    </Note>
  )
}

/** An uploaded file whose bytes are gone. */
export function GonePage() {
  return (
    <Note kind="error" title="The uploaded file is no longer here.">
      Nothing of it was loaded. <a href={paths.imports}>Upload it again</a>.
    </Note>
  )
}

/** What undoing an import would do, before it is done. */
export function UndoingPage({ batch, resting }: { batch: Batch; resting: readonly Resting[] }) {
  const contacts = count(batch.counts?.contacts ?? 0, 'contact')
  return (
    <>
      <p>
        {contacts} came with this import. What it added goes, and what it changed is again as it was. Figures
        are counted again, and names that you matched stay matched.
      </p>
      {resting.length > 0 ? (
        <RestingNote resting={resting} undone={false} />
      ) : (
        <p class="mt4">No evidence rests on it.</p>
      )}
      {resting.length > 0 && (
        <p class="mt3">It stays, with the figures as they were kept, and says that the import was undone.</p>
      )}
      <Buttons>
        <PostButton action={paths.importUndoing(batch.batchId)} kind="warn">
          Undo this import
        </PostButton>
        <ButtonLink kind="quiet" href={paths.import(batch.batchId)}>
          Keep it
        </ButtonLink>
      </Buttons>
    </>
  )
}
