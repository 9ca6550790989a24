import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count, listing } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Framework } from '../rules/competency.ts'
import type { FrameworkDiff } from '../rules/difference.ts'
import type { Item, LibraryEntry } from '../rules/item.ts'
import type { Naming } from '../rules/naming.ts'
import type { TouchedRole } from '../weighing.ts'
import { Difference } from './difference.tsx'
import { Renamed } from './naming-page.tsx'

type Values = Readonly<Record<string, string>>

/** What moving everybody to a version changes, whom it touches, and the sentence why. */
export function MovingPage(props: {
  entry: LibraryEntry
  inForce: Framework
  diff: FrameworkDiff
  byId: ReadonlyMap<string, Item>
  touched: readonly TouchedRole[]
  values: Values
  refusals: readonly Refusal[]
}): VNode {
  const { entry, inForce, diff, byId, touched, values, refusals } = props
  const people = touched.reduce((sum, role) => sum + role.people, 0)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section
        id="touched"
        title="Whom it touches"
        fact={`${count(touched.length, 'role')}, ${count(people, 'person', 'people')}`}
      >
        {touched.length > 0 ? (
          <Table
            caption="Roles that ask for what is removed, replaced or reworded"
            hideCaption
            rows={alike(touched)}
            columns={[
              { head: 'What happens', cell: ({ words }) => words },
              { head: 'Roles', width: 50, cell: ({ roles }) => listing(roles) },
              { head: 'People', width: 10, numeric: true, cell: ({ people: held }) => held },
            ]}
          />
        ) : (
          <p>No role asks for anything that is removed or reworded.</p>
        )}
      </Section>
      <div class="mt6">
        <Difference diff={diff} byId={byId} />
      </div>
      <Section id="move" title="Move everybody">
        <Note title="Nothing that was rated is rewritten.">
          Assessments keep the words they were made on. A level counts on in the new version where the item
          says the same, is of the same kind and has the same levels; the others are assessed again.
        </Note>
        <div class="mt4">
          <Form
            action={paths.frameworkMoving(entry.frameworkId, entry.version)}
            hidden={{ from: `${inForce.frameworkId} ${inForce.version}` }}
            keep={`moving-${entry.frameworkId}`}
            label="Move everybody"
          >
            <TextArea
              name="because"
              label="Why now"
              hint="One sentence. It stands beside the version, and people read it."
              rows={2}
              value={values.because}
              error={errorFor(refusals, 'because')}
            />
            <Buttons>
              <Button>Move everybody to version {entry.version}</Button>
              <ButtonLink kind="quiet" href={paths.framework(entry.frameworkId)}>
                Not now
              </ButtonLink>
            </Buttons>
          </Form>
        </div>
      </Section>
      <div class="mt5">
        <Guide
          good="People hear of a new version before they are assessed on it, with the words that changed."
          mistake="Carrying a rating over to words that nobody was rated on. A level means what the words beside it said on the day."
          example="Of 22 items, 20 stay word for word, and so do the levels agreed on them. Two are reworded: Amara and Ben rate those two again at their next review."
        />
      </div>
    </>
  )
}

/** Roles to which the same happens, a line together. */
function alike(touched: readonly TouchedRole[]) {
  const groups = Map.groupBy(touched, ({ words }) => words.map((line) => `${line}.`).join(' '))
  return [...groups].map(([words, roles]) => ({
    words,
    roles: roles.map(({ title }) => title),
    people: roles.reduce((sum, { people }) => sum + people, 0),
  }))
}

/** The difference of a draft to the newest version, and the sentence why it is published. */
export function PublishingPage(props: {
  frameworkId: string
  newest: string | null
  /** The version that the draft begins from; somebody may have imported a newer one since. */
  begunFrom: string | null
  /** What the framework was called and is called; null where that stays. */
  names: { before: Naming; after: Naming } | null
  diff: FrameworkDiff
  /** What the difference is known by. */
  seen: string
  byId: ReadonlyMap<string, Item>
  proposed: string
  values: Values
  refusals: readonly Refusal[]
}): VNode {
  const { frameworkId, newest, begunFrom, names, diff, seen, byId, proposed, values, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {names && (
        <Section id="named" title="What it is called">
          <Renamed {...names} />
        </Section>
      )}
      <Difference diff={diff} byId={byId} />
      <Section id="publish" title="Publish it">
        <Note title="A published version never changes.">
          {newest === null ? 'It is kept in the library.' : `Version ${newest} stays readable beside it.`}{' '}
          Nobody is assessed on it until you move them there.
        </Note>
        <div class="mt4">
          <Form
            action={paths.draftPublishing(frameworkId)}
            hidden={{ seen }}
            keep={`publish-${frameworkId}`}
            label="Publish it"
          >
            <TextField
              name="version"
              label="What the version is called"
              value={values.version ?? proposed}
              width="m"
              maxlength={60}
              error={errorFor(refusals, 'version')}
            />
            {newest !== null && newest !== begunFrom && (
              <Choices
                name="over"
                label={`Version ${newest} came after this draft was begun${begunFrom === null ? '' : ` from version ${begunFrom}`}`}
                hint="The differences above are to that newer version. What it changed and the draft does not say is undone."
                many
                choices={[{ value: newest, text: `Publish it in place of version ${newest}` }]}
                value={values.over}
                error={errorFor(refusals, 'over')}
              />
            )}
            <TextArea
              name="because"
              label="Why it is changed"
              hint="One sentence. It stands beside the version, and beside every item that is worded anew."
              rows={2}
              value={values.because}
              error={errorFor(refusals, 'because')}
            />
            <Buttons>
              <Button>Publish the version</Button>
              <ButtonLink kind="quiet" href={paths.draft(frameworkId)}>
                Back to the draft
              </ButtonLink>
            </Buttons>
          </Form>
        </div>
      </Section>
    </>
  )
}

/** Chooses the two versions that are compared. */
export function ComparePicker(props: {
  frameworkId: string
  versions: readonly LibraryEntry[]
  from: string
  to: string
}): VNode {
  const { frameworkId, versions, from, to } = props
  const options = versions.map(({ version }) => ({ value: version, text: version }))
  return (
    <Form action={paths.frameworkDifference(frameworkId)} method="get" inline label="Versions to compare">
      <Select name="from" label="From version" value={from} options={options} />
      <Select name="to" label="To version" value={to} options={options} />
      <Buttons flush>
        <Button kind="secondary">Compare</Button>
      </Buttons>
    </Form>
  )
}
