import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count, sizeWords } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { FileField, TextField } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import { SCHEME_WORDS, SCHEMES, type Scheme } from '../rules/facts.ts'
import type { Pack } from '../rules/pack.ts'
import type { Load } from '../store/loads.ts'
import { attributionsOf, versionWords } from './words.ts'

const STATES: Record<Load['state'], string> = {
  waiting: 'Waits to be loaded',
  loading: 'Loading',
  loaded: 'Loaded',
  refused: 'Not loaded',
}

const HINTS: Record<Scheme, string> = {
  esco: 'The classification in English as CSV, from esco.ec.europa.eu, “Use ESCO”, “Download”',
  onet: 'The database as text or Excel files, from onetcenter.org, “Database”',
}

/** Where classifications are loaded from a download or a starter pack, with what is here. */
export function LoadingPage(props: {
  packs: readonly Pack[]
  loads: readonly Load[]
  releases: readonly { scheme: Scheme; version: string; shown: boolean; occupations: number }[]
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
}): VNode {
  const { packs, loads, releases, refusals, values } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="packs" title="Starter packs" fact="Codes, titles, relations and ratings; no descriptions">
        <Rows
          items={packs.map((pack) => ({
            title: pack.title,
            href: paths.occupationPack(pack.name),
            meta: pack.about,
            side: (
              <PostButton action={paths.occupationPack(pack.name)} kind="secondary" small about={pack.title}>
                Load
              </PostButton>
            ),
            below: true,
          }))}
        />
      </Section>
      <Columns split="8-4">
        <Section id="download" title="Your own download" fact="All of it is loaded, or nothing">
          <Form action={paths.occupationLoading} files>
            <Choices
              name="scheme"
              label="Which classification is it?"
              value={values.scheme}
              error={errorFor(refusals, 'scheme')}
              choices={SCHEMES.map((scheme) => ({
                value: scheme,
                text: SCHEME_WORDS[scheme].name,
                hint: HINTS[scheme],
              }))}
            />
            <FileField
              name="file"
              label="The zip as it was downloaded"
              hint="At most 60 MB. A larger one, or a folder, is loaded on the machine itself: goldthread roles import."
              accept=".zip,.csv,.txt,.xlsx"
              limitMegabytes={60}
              error={errorFor(refusals, 'file')}
            />
            <TextField
              name="version"
              label="Version"
              hint="Only where the file’s name does not say it, such as 29.2 or 1.2.0."
              value={values.version}
              width="4"
              error={errorFor(refusals, 'version')}
            />
            <Buttons flush>
              <Button>Load the download</Button>
            </Buttons>
          </Form>
          <div class="mt5">
            <Guide
              good="The whole classification, as it was downloaded. Links that you decided stay, as they go by code and label."
              mistake="Opening a table in a spreadsheet first and saving it again: codes such as 43-4051.00 are cut short."
              example="An administrator loads a new version each spring. The one before is kept, pages show the new one, and roles still cite what they cited."
            />
          </div>
        </Section>
        <Section id="here" title="What is here">
          {releases.length === 0 ? (
            <p class="s ink2">Nothing is loaded yet.</p>
          ) : (
            <SummaryList
              items={releases.map((one) => ({
                term: versionWords(one),
                value: `${count(one.occupations, 'occupation')}${one.shown ? ', shown' : ', kept'}`,
                change: {
                  href: paths.occupationRelease(one.scheme, one.version),
                  text: 'Remove',
                  about: versionWords(one),
                },
              }))}
            />
          )}
        </Section>
      </Columns>
      {loads.length > 0 && <Loads loads={loads} />}
      <Attribution lines={attributionsOf(releases.filter(({ shown }) => shown))} />
    </>
  )
}

function Loads({ loads }: { loads: readonly Load[] }) {
  const counted = (pick: 'occupations' | 'added' | 'changed') => (load: Load) =>
    load.counts ? load.counts[pick].toLocaleString('en-GB') : '–'
  return (
    <Section id="loads" title="Downloads" fact="Newest first">
      <Table
        caption="Downloads, newest first"
        hideCaption
        rows={loads}
        columns={[
          { head: 'File', cell: (load) => <a href={paths.occupationLoad(load.loadId)}>{load.fileName}</a> },
          {
            head: 'Classification',
            cell: ({ scheme, counts }) => `${SCHEME_WORDS[scheme].name} ${counts?.version ?? ''}`,
          },
          { head: 'Size', nowrap: true, cell: ({ fileSize }) => sizeWords(fileSize) },
          { head: 'State', cell: ({ state }) => <Tag>{STATES[state]}</Tag> },
          { head: 'Occupations', numeric: true, cell: counted('occupations') },
          { head: 'New rows', numeric: true, cell: counted('added') },
          { head: 'Changed', numeric: true, cell: counted('changed') },
        ]}
      />
    </Section>
  )
}

/**
 * One download: how far it is, what it brought, or why nothing of it was loaded.
 * @param props.shown the version of its classification that pages show
 */
export function LoadPage({ load, shown }: { load: Load; shown: string | null }): VNode {
  const { state, stage, done, of, refusals, counts, scheme } = load
  if (state === 'waiting' || state === 'loading')
    return (
      <Progress id="loaded" label={stage || 'Waits to be loaded'} done={done} of={of}>
        This page looks again by itself. You can leave it: the load goes on
      </Progress>
    )
  if (state === 'refused' || !counts)
    return (
      <>
        <Note kind="error" title="Nothing of it was loaded.">
          Mend what is said below, then <a href={paths.occupationLoading}>hand it in again</a>.
        </Note>
        <ul class="mt4 prose">
          {refusals.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      </>
    )
  const figure = (value: number) => value.toLocaleString('en-GB')
  const version = versionWords({ scheme, version: counts.version })
  return (
    <>
      <SummaryList
        items={[
          {
            term: 'Version',
            value:
              shown === null || shown === counts.version
                ? version
                : `${version}: kept, ${versionWords({ scheme, version: shown })} is shown`,
          },
          { term: 'Occupations', value: figure(counts.occupations) },
          { term: 'Skills and elements', value: figure(counts.skills) },
          { term: 'Relations and ratings', value: figure(counts.relations) },
          {
            term: 'New or changed rows',
            value:
              counts.added + counts.changed === 0
                ? 'None: all of it was here already'
                : `${figure(counts.added)} new, ${figure(counts.changed)} changed`,
          },
        ]}
      />
      {counts.warnings.map((warning) => (
        <div class="mt4" key={warning}>
          <Note title="Not all of it could be used.">{warning}</Note>
        </div>
      ))}
      <p class="mt4">
        <a href={paths.occupations}>Look at the occupations</a>, or{' '}
        <a href={paths.occupationMapping()}>decide what their skills have to do with your competencies</a>.
      </p>
      <Attribution lines={attributionsOf([{ scheme, version: counts.version }])} />
    </>
  )
}
