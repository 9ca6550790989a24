import type { VNode } from 'preact'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'
import type { Stored } from '../store/items.ts'
import { FileFields, type FileFieldsProps } from './file-fields.tsx'

/** Files for an item that is there already. */
export function AttachPage({
  item,
  files,
  refusals,
}: Pick<FileFieldsProps, 'files' | 'refusals'> & { item: Stored }): VNode {
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Form action={paths.evidenceFiles(item.personId, item.evidenceId)} files>
        <FileFields files={files} refusals={refusals} personId={item.personId} detail={null} />
        <Buttons>
          <Button>Attach to {item.ref}</Button>
          <ButtonLink kind="quiet" href={paths.evidenceItem(item.personId, item.evidenceId)}>
            Back to the item
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
