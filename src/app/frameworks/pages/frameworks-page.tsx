import type { VNode } from 'preact'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Competency, CrosswalkRow } from '../rules/competency.ts'
import { KIND_WORDS } from '../rules/words.ts'

export type Shown = { competency: Competency; because: string[] }

const SHOW = [
  { value: '', text: 'All competencies' },
  { value: 'soft', text: 'Soft skills' },
  { value: 'legal', text: 'What the law asks' },
]

/** The framework in force, narrowed by kind or by what somebody said or saw. */
export function FrameworksPage(props: {
  shown: readonly Shown[]
  all: number
  crosswalk: readonly CrosswalkRow[]
  about: string
  show: string
  attributions: readonly string[]
}): VNode {
  const { shown, all, crosswalk, about, show, attributions } = props
  return (
    <>
      <Section
        id="competencies"
        title="Competencies"
        fact={shown.length === all ? count(all, 'competency', 'competencies') : `${shown.length} of ${all}`}
      >
        <Form action={paths.frameworks} method="get" inline label="Narrow the list">
          <TextField name="about" label="What was said or seen" value={about} type="search" maxlength={500} />
          <Select name="show" label="Show" value={show} options={SHOW} />
          <Buttons flush>
            <Button kind="secondary">Find competencies</Button>
          </Buttons>
        </Form>
        {shown.length > 0 ? (
          <Competencies shown={shown} about={about} />
        ) : (
          <Note title="Nothing in the list is suggested by these words.">
            Try the customer’s own words, or <a href={paths.frameworks}>look through the whole list</a>.
          </Note>
        )}
      </Section>
      <Recognised crosswalk={crosswalk} />
      <Attribution lines={attributions} />
      <div class="mt5">
        <Guide
          good="Every need names one competency from this list, and the level is read from the behaviour beside it, not from how confident somebody feels."
          mistake="Reading only what can be tested and passing over the soft skills: how a customer is listened to decides more contacts than any course."
          example="A customer wrote “I had to ring three times”. That is about resolving at first contact, and perhaps about organising own work. It is not yet about either until somebody has looked at the three calls."
        />
      </div>
    </>
  )
}

function Competencies({ shown, about }: { shown: readonly Shown[]; about: string }) {
  return (
    <Table
      caption="Competencies of the framework in force"
      hideCaption
      rows={shown}
      columns={[
        {
          head: 'Competency',
          width: 30,
          cell: ({ competency: { competencyId, title } }) => (
            <a href={paths.competency(competencyId)}>{title}</a>
          ),
        },
        { head: 'Code', width: 10, nowrap: true, cell: ({ competency }) => competency.code },
        {
          head: about ? 'Suggested by' : 'What it is',
          cell: ({ competency, because }) =>
            about ? because.map((word) => `“${word}”`).join(', ') : competency.statement,
        },
        { head: 'Kind', width: 15, cell: ({ competency }) => <Marks competency={competency} /> },
      ]}
    />
  )
}

/** Skill, knowledge or behaviour; soft; asked by law. */
function Marks({ competency: { kind, soft, legal } }: { competency: Competency }) {
  return (
    <>
      {KIND_WORDS[kind]} {soft && <Tag>soft skill</Tag>} {legal && <Tag>asked by law</Tag>}
    </>
  )
}

function Recognised({ crosswalk }: { crosswalk: readonly CrosswalkRow[] }) {
  const names = [...new Set(crosswalk.map((row) => row.framework))]
  const frameworks = names.flatMap((name) => {
    const rows = crosswalk.filter((row) => row.framework === name)
    const [first] = rows
    return first
      ? [{ first, links: rows.length, remembered: rows.filter((row) => row.confidence !== 'seen').length }]
      : []
  })
  return (
    <Section
      id="recognised"
      title="Recognised frameworks it is linked to"
      fact={count(crosswalk.length, 'link')}
    >
      <p class="prose">
        Only codes and titles are named here. Read the frameworks themselves where they are published.
      </p>
      <Table
        caption="Recognised frameworks, their versions and how many links lead to each"
        hideCaption
        rows={frameworks}
        columns={[
          { head: 'Framework', cell: ({ first }) => first.framework },
          { head: 'Publisher', width: 30, cell: ({ first }) => first.publisher },
          { head: 'Version', width: 15, cell: ({ first }) => first.version },
          { head: 'Links', numeric: true, cell: ({ links }) => links },
          {
            head: 'Not yet checked',
            numeric: true,
            cell: ({ remembered }) => (remembered > 0 ? remembered : 'none'),
          },
        ]}
      />
    </Section>
  )
}
