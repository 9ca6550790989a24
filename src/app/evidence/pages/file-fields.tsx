import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count, sizeWords } from '../../../kernel/text.ts'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { FileField, TextField } from '../../../ui/field.tsx'
import { Hidden } from '../../../ui/form.tsx'
import { More, Panel } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { HeldFile } from '../holding-files.ts'
import { detailField } from '../rules/kinds.ts'
import { type FileFinding, fileField, type TakenFiles } from '../taking-files.ts'

export type FileFieldsProps = {
  files: Pick<TakenFiles, 'held' | 'findings'>
  refusals: readonly Refusal[]
  personId: string
  /** What is said of a place where the original can be seen; null where the form does not ask for it. */
  detail: Readonly<Record<string, string>> | null
}

/**
 * The files of an item in its form: those laid aside already, and a field for more. With a script they are sent one by
 * one as they are chosen, dropped or pasted; without, with the form.
 */
export function FileFields({ files, refusals, personId, detail }: FileFieldsProps): VNode {
  return (
    <div class="files" data-files={paths.evidenceUploads(personId)}>
      <ul class="held" data-held>
        {files.held.map((held) => (
          <HeldRow key={held.hash} held={held} />
        ))}
      </ul>
      <template data-held-row>
        <HeldRow held={{ name: '', hash: '', size: 0, sign: '' }} />
      </template>
      <FileField
        name="file"
        label="Files"
        hint="Optional. Photos, PDFs, letters or recordings, up to 20 MB each. Where a photo or film was taken is removed. Words in text, PDF and office files are searched for what could identify a customer; pictures and recordings are not: cover it first."
        error={errorFor(refusals, 'file')}
        multiple
        limitMegabytes={20}
      />
      <p class="hint" data-drop hidden>
        You can also drop files here, or paste a picture anywhere on this form.
      </p>
      <div class="touch-only">
        <FileField
          id="f-photo"
          name="file"
          label="Take a photo"
          accept="image/*"
          camera
          limitMegabytes={20}
        />
      </div>
      {files.findings.map((finding) => (
        <Finding key={finding.hash} finding={finding} refusals={refusals} withPlace={detail !== null} />
      ))}
      {detail && <PlaceFields detail={detail} files={files} refusals={refusals} />}
    </div>
  )
}

function HeldRow({ held }: { held: HeldFile }): VNode {
  return (
    <li>
      <Hidden name="held-hash" value={held.hash} />
      <Hidden name="held-name" value={held.name} />
      <Hidden name="held-sign" value={held.sign} />
      <span>
        <span data-name>{held.name}</span> is here already
        <span class="mut" data-size>
          {held.size > 0 ? `, ${sizeWords(held.size)}` : ''}
        </span>
      </span>
      <label class="choice">
        <input type="checkbox" name="held-leave" value={held.hash} />
        <span class="l">
          Leave it out{' '}
          <span class="vh" data-name>
            {held.name}
          </span>
        </span>
      </label>
    </li>
  )
}

/** How many of the details found in a file are shown. */
const SHOWN = 12

function Finding(props: { finding: FileFinding; refusals: readonly Refusal[]; withPlace: boolean }): VNode {
  const { finding, refusals, withPlace } = props
  const { hash, name, plain, found, choice, because } = finding
  const why = fileField('why', hash)
  return (
    <Panel>
      <Choices
        name={fileField('do', hash)}
        label={
          <>
            “{name}” holds {count(found.length, 'detail')} that could identify a customer
          </>
        }
        hint={
          <>
            {found.slice(0, SHOWN).map((one, index) => (
              <>
                {index > 0 && ', '}
                <mark>{one.found}</mark>
              </>
            ))}
            {found.length > SHOWN && ` and ${count(found.length - SHOWN, 'more', 'more')}`}
          </>
        }
        error={errorFor(refusals, fileField('do', hash))}
        value={choice ?? 'replace'}
        choices={[
          plain
            ? { value: 'replace', text: 'Replace them in the file', hint: 'The rest of its words stay.' }
            : {
                value: 'replace',
                text: 'Keep its words only, with these replaced',
                hint: 'A text file takes its place. Pictures and layout are not kept.',
              },
          ...(withPlace
            ? [
                {
                  value: 'place',
                  text: 'Say where it can be seen instead',
                  hint: 'Nothing is copied. Fill in the place below.',
                },
              ]
            : []),
          { value: 'leave', text: 'Leave it out', hint: 'The file is not attached.' },
          {
            value: 'keep',
            text: 'Keep it as it is',
            hint: 'Only where it shows nothing without them. Say why: whoever reads the item reads that too.',
          },
        ]}
      />
      <div class="mt3">
        <TextField
          name={why}
          label="Why it has to stay as it is"
          hint="Only where you keep it as it is."
          error={errorFor(refusals, why)}
          value={because}
        />
      </div>
    </Panel>
  )
}

const PLACE = [
  {
    key: 'place',
    label: 'Where can it be seen?',
    hint: 'The system and its reference, and who may open it.',
  },
  { key: 'placeSeenBy', label: 'Who has seen it there?', hint: 'Name and job.' },
  { key: 'placeSeenOn', label: 'When was it seen there?', hint: 'The day, as 13 November 2026.' },
]

/** Where an original is that stays in its place, and who saw it there. Source: domain.md 7, prefer a reference. */
function PlaceFields(props: {
  detail: Readonly<Record<string, string>>
  files: Pick<TakenFiles, 'findings'>
  refusals: readonly Refusal[]
}): VNode {
  const { detail, files, refusals } = props
  const open =
    PLACE.some(({ key }) => detail[key] || errorFor(refusals, detailField(key))) ||
    files.findings.some(({ choice }) => choice === 'place')
  return (
    <div data-open-for="work product">
      <More summary="It must stay where it is: say where it can be seen" open={open}>
        <div class="form">
          {PLACE.map(({ key, label, hint }) => (
            <TextField
              key={key}
              name={detailField(key)}
              label={label}
              hint={hint}
              error={errorFor(refusals, detailField(key))}
              value={detail[key]}
              width="l"
            />
          ))}
        </div>
      </More>
    </div>
  )
}
