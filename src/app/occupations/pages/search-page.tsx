import type { VNode } from 'preact'
import { Attribution } from '../../../ui/attribution.tsx'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { SCHEME_WORDS, SCHEMES, type Scheme } from '../rules/facts.ts'
import { alternativeFound } from '../rules/search.ts'
import type { Occupation } from '../store/occupations.ts'
import { Pager } from './pager.tsx'
import { attributionsOf, groupWords, versionWords } from './words.ts'

/** The library of occupations, searched by title, other title or code. */
export function SearchPage(props: {
  about: string
  scheme: Scheme | null
  found: readonly Occupation[]
  of: number
  here: number
  pages: number
  releases: readonly { scheme: Scheme; version: string; shown: boolean; occupations: number }[]
  mayManage: boolean
}): VNode {
  const { about, scheme, found, of, here, pages, releases, mayManage } = props
  const shown = releases.filter((one) => one.shown)
  return (
    <>
      {shown.length === 0 ? (
        <Section id="occupations" title="All occupations">
          <Empty
            title="No occupations yet"
            belongs="Occupations of ESCO and O*NET stand here, with what each asks and which lie near it."
            helps="Anybody can look up where a role may lead. A starter pack is loaded in a moment; a whole classification is loaded from your own download."
            action={
              mayManage && (
                <ButtonLink kind="secondary" small href={paths.occupationLoading}>
                  Load occupations
                </ButtonLink>
              )
            }
          />
        </Section>
      ) : (
        <Section
          id="occupations"
          title={about ? 'Found' : 'All occupations'}
          fact={`${of.toLocaleString('en-GB')} of ${shown.reduce((sum, one) => sum + one.occupations, 0).toLocaleString('en-GB')}`}
        >
          <Form action={paths.occupations} method="get" inline label="Find occupations">
            <TextField name="about" label="Title or code" value={about} type="search" maxlength={200} />
            <Select
              name="from"
              label="From"
              value={scheme ?? ''}
              options={[
                { value: '', text: 'Both classifications' },
                ...SCHEMES.map((each) => ({ value: each, text: SCHEME_WORDS[each].name })),
              ]}
            />
            <Buttons flush>
              <Button kind="secondary">Find occupations</Button>
            </Buttons>
          </Form>
          {found.length === 0 ? (
            <NothingFound of={of} about={about} last={pageAt(about, scheme, pages)} />
          ) : (
            <Found found={found} about={about} />
          )}
          <Pager here={here} of={pages} what="occupations" at={(page) => pageAt(about, scheme, page)} />
        </Section>
      )}
      <Attribution lines={attributionsOf(shown)} />
      <div class="mt5">
        <Guide
          good="You look at two or three occupations next to the one you have, read what each asks, and compare that with what your own organisation’s roles ask."
          mistake="Taking a title for the work: the same title means different things in different places. Read what is asked, and who does it near you."
          example="An adviser finds that the call centre quality auditor shares six essential skills with the agent, and asks the quality analyst down the corridor what the other skills look like there."
        />
      </div>
    </>
  )
}

function NothingFound({ of, about, last }: { of: number; about: string; last: string }) {
  if (of > 0)
    return (
      <Note title="There are no occupations on this page.">
        <a href={last}>Show the last page of them</a>.
      </Note>
    )
  return (
    <Note title={about ? 'No title holds all these words.' : 'Nothing of this classification is loaded.'}>
      {about && 'Try one word, or another name for the job. '}
      <a href={paths.occupations}>Show all occupations</a>.
    </Note>
  )
}

const pageAt = (about: string, scheme: Scheme | null, page: number) =>
  `${paths.occupations}?${new URLSearchParams({ about, from: scheme ?? '', page: String(page) })}`

function Found({ found, about }: { found: readonly Occupation[]; about: string }) {
  return (
    <Table
      caption="Occupations found"
      hideCaption
      rows={found}
      columns={[
        {
          head: 'Occupation',
          width: 40,
          cell: (one) => {
            const also = alternativeFound(one, about)
            return (
              <>
                <a href={paths.occupation(one.occupationId)}>{one.title}</a>
                {also && <Sub>also called {also}</Sub>}
              </>
            )
          },
        },
        { head: 'Code', width: 15, nowrap: true, cell: ({ code }) => code },
        { head: 'Group', cell: (one) => groupWords(one) },
        { head: 'From', width: 15, nowrap: true, cell: (one) => versionWords(one) },
      ]}
    />
  )
}
