import type { VNode } from 'preact'
import { agoOf, type Day } from '../../../kernel/day.ts'
import { count, sizeWords } from '../../../kernel/text.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { mayAttach, mayTakeAway } from '../files.ts'
import { FILES_LIMIT } from '../rules/file-type.ts'
import type { KeptFile, Stored } from '../store/items.ts'

export type FilesListProps = {
  item: Stored
  readerId: string
  /** Whether the reader may add evidence about this person at all. */
  mayAdd: boolean
  today: Day
}

/** The files of an item, where its original can be seen, and what its reader may do with them. */
export function FilesList({ item, readerId, mayAdd, today }: FilesListProps): VNode | null {
  const { files, detail } = item
  const attach = mayAdd && mayAttach(item, readerId) && files.length < FILES_LIMIT
  if (files.length === 0 && !detail.place && !attach) return null
  return (
    <Section id="files" title="Files" fact={files.length > 0 ? count(files.length, 'file') : 'None attached'}>
      {files.length > 0 && (
        <ul class="held">
          {files.map((file) => (
            <li key={file.fileId}>
              <div>
                <p class="b">
                  <a href={paths.evidenceFile(item.personId, item.evidenceId, file.fileId)}>{file.name}</a>
                </p>
                <p class="s mut">
                  {sizeWords(file.size)}, attached {agoOf(file.addedOn, today)}
                </p>
                {file.keptBecause && (
                  <p class="s any">
                    It holds what could identify a customer, and is kept as it is because: {file.keptBecause}
                  </p>
                )}
              </div>
              {mayAdd && mayTakeAway(item, file, readerId) && <TakeAway item={item} file={file} />}
            </li>
          ))}
        </ul>
      )}
      {detail.place && (
        <p class="any mt3">
          Not copied: it can be seen at {detail.place}
          {detail.placeSeenBy && `, seen there by ${detail.placeSeenBy}`}
          {detail.placeSeenOn && ` on ${detail.placeSeenOn}`}.
        </p>
      )}
      {attach && (
        <Buttons>
          <ButtonLink kind="secondary" href={paths.evidenceFiles(item.personId, item.evidenceId)} icon="plus">
            Attach files
          </ButtonLink>
        </Buttons>
      )}
    </Section>
  )
}

function TakeAway({ item, file }: { item: Stored; file: KeptFile }): VNode {
  return (
    <More
      summary={
        <>
          Take away<span class="vh"> {file.name}</span>
        </>
      }
    >
      <p class="s ink2">Its content goes for good. The history keeps its name, and that it was here.</p>
      <PostButton
        action={`${paths.evidenceFiles(item.personId, item.evidenceId)}/end`}
        hidden={{ file: file.fileId }}
        kind="warn"
        small
        about={file.name}
      >
        Take it away
      </PostButton>
    </More>
  )
}
