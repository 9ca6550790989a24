import { plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { ControlChart } from '../../../ui/charts/control-chart.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Pips } from '../../../ui/pips.tsx'
import { Columns, Ref, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { OnlyYou, Verdict } from '../../../ui/tag.tsx'
import { ComparedFigure, verdictWords } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import { bandItems } from '../../plans/plans.ts'
import type { Stood } from '../kept.ts'
import { aimWords, figureWords, standingWords } from '../rules/figure-words.ts'
import { WHERE_NOW } from '../store/parts.ts'
import type { ReviewedObjective } from '../view.ts'
import { refusalsOf, type Shown, typedIn } from './shown.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Every objective under review: what its measure says, where it is, what came of it. */
export function ProgressSection({ shown }: { shown: Shown }) {
  const { view, objectiveId } = shown
  const { objectives, privates, row } = view
  const all = [...objectives, ...privates]
  const closed = row.state === 'closed'
  const open = closed ? undefined : all.find(({ stood }) => stood.objectiveId === objectiveId)
  const rest = all.filter((one) => one !== open)
  const fact =
    count(all.length, 'objective') + (privates.length > 0 ? `, ${privates.length} only you see` : '')
  return (
    <Section id="progress" title="2. Progress by objective" fact={fact}>
      {all.length === 0 && (
        <p class="ink2">No objective of the plan is agreed, so there is none to go through.</p>
      )}
      {open && <OpenObjective shown={shown} reviewed={open} />}
      {rest.length > 0 && (
        <div class={open ? 'mt5' : undefined}>
          <Others shown={shown} rest={rest} />
        </div>
      )}
      {closed && rest.map(({ stood }) => <SinceAgreed key={stood.objectiveId} stood={stood} />)}
    </Section>
  )
}

function OpenObjective({ shown, reviewed }: { shown: Shown; reviewed: ReviewedObjective }) {
  const { stood, chart } = reviewed
  const { person } = shown.view
  return (
    <article id="objective">
      <div class="gap-h">
        <h3>
          <a href={paths.objective(person.personId, stood.objectiveId)}>
            <Ref>{stood.ref}</Ref> {stood.title}
          </a>
        </h3>
        {stood.figure?.verdict && <Verdict word={stood.figure.verdict} />}
        {stood.private && <OnlyYou />}
      </div>
      <p class="s ink2">{figureSentence(stood)}</p>
      {chart && (
        <div class="mt4">
          <ControlChart {...chart} />
        </div>
      )}
      <SinceAgreed stood={stood} within />
      {shown.side && (shown.writes || stood.private) ? (
        <ProgressForm shown={shown} reviewed={reviewed} />
      ) : (
        <Said reviewed={reviewed} />
      )}
    </article>
  )
}

/** The measure before and since the objective was agreed, and whether that says anything. Source: domain.md 3.2. */
function SinceAgreed({ stood: { ref, compared }, within }: { stood: Stood; within?: boolean }) {
  if (!compared) return null
  const title = `Before ${ref} was agreed, and since`
  return (
    <div class="mt4">
      {within ? <h4>{title}</h4> : <h3>{title}</h3>}
      <ComparedFigure compared={compared} countedOn={'countedOn' in compared ? compared.countedOn : null} />
    </div>
  )
}

/** What the measure says, with its count and interval, and never a bare percentage. Source: DESIGN.md charts. */
function figureSentence(stood: Stood): string {
  const { figure, since, baseline, target } = stood
  if (!figure)
    return 'No measure is linked, or nothing of it is counted yet. Say below what shows where it stands.'
  const shown = since ?? figure
  const from = `${figureWords(shown)} from ${plainDay(shown.from)} to ${plainDay(shown.to)}`
  const before = baseline === null ? '' : `, from ${aimWords(baseline, figure.unit)} at the start`
  const aim = target === null ? '' : ` ${standingWords(shown, target)}`
  const own =
    since?.verdict === 'too few points' && figure.verdict !== since.verdict
      ? ' The weeks since the objective was agreed are too few for a verdict of their own.'
      : ''
  return `${figure.name}: ${from}${before}.${aim} ${capital(verdictWords(figure))}.${own}`
}

function ProgressForm({ shown, reviewed }: { shown: Shown; reviewed: ReviewedObjective }) {
  const { view, refusals: all } = shown
  const { stood, said, objective } = reviewed
  const { person, row } = view
  const bands = objective ? bandItems(objective) : []
  const refusals = refusalsOf(shown, 'progress')
  const theirs =
    shown.posted === 'progress' && all.length > 0 && Number(shown.values.version) !== (said?.version ?? 0)
  return (
    <div class="mt4">
      {theirs && said && (
        <Note kind="warn" title={`${view.names.get(said.saidBy) ?? 'Somebody'} wrote:`}>
          {capital(said.where)}. {said.impact || 'No words on impact.'} Your words are below; saving puts them
          in place of these.
        </Note>
      )}
      {bands.length > 0 && (
        <div class="mb4">
          <p class="s mut">Agreed beforehand</p>
          <SummaryList items={bands} />
        </div>
      )}
      <Form
        action={`${paths.review(person.personId, row.reviewId)}/progress`}
        hidden={{ objective: stood.objectiveId, version: said?.version ?? 0 }}
        keep={`review-${row.reviewId}-${stood.objectiveId}`}
        label={`Progress of ${stood.ref}`}
        wide
      >
        <Columns split="6-6">
          <Choices
            name="where"
            label="Where is this objective now?"
            value={typedIn(shown, 'progress', 'where') ?? said?.where}
            error={errorFor(refusals, 'where')}
            choices={WHERE_NOW.map((value) => ({ value, text: capital(value) }))}
          />
          <TextArea
            name="impact"
            label="Impact on practice"
            hint="What do customers or colleagues now get that they did not?"
            rows={4}
            value={typedIn(shown, 'progress', 'impact') ?? said?.impact}
            error={errorFor(refusals, 'impact')}
          />
        </Columns>
        <Buttons>
          <Button kind="secondary">Save the progress of {stood.ref}</Button>
        </Buttons>
      </Form>
    </div>
  )
}

function Said({ reviewed: { said } }: { reviewed: ReviewedObjective }) {
  if (!said) return <p class="mt4">Nobody has said yet where it is.</p>
  return (
    <p class="mt4">
      <b class="b">{capital(said.where)}.</b> {said.impact}
    </p>
  )
}

function Others({ shown, rest }: { shown: Shown; rest: readonly ReviewedObjective[] }) {
  const { view } = shown
  const { person, row } = view
  const closed = row.state === 'closed'
  const base = paths.review(person.personId, row.reviewId)
  return (
    <Table
      caption={closed ? 'Objectives' : 'Other objectives'}
      hideCaption
      rows={rest}
      columns={[
        {
          head: 'Objective',
          cell: ({ stood }) => (
            <>
              <Ref>{stood.ref}</Ref> {stood.title} {stood.private && <OnlyYou />}
            </>
          ),
        },
        {
          head: 'Measure',
          cell: ({ stood }) => (stood.figure ? figureWords(stood.since ?? stood.figure) : 'None linked'),
        },
        {
          head: 'Verdict',
          cell: ({ stood }) =>
            stood.figure?.verdict ? (
              <>
                <Verdict word={stood.figure.verdict} />
                <Sub>{verdictWords(stood.figure).replace(`${stood.figure.verdict} `, '')}</Sub>
              </>
            ) : (
              <span class="mut">none</span>
            ),
        },
        { head: 'Actions', cell: ({ stood: { actions } }) => <Pips {...actions} /> },
        {
          head: 'Where it is',
          cell: ({ said }) => (
            <>
              {said ? capital(said.where) : 'Not answered yet'}
              {said?.impact && <Sub>{said.impact}</Sub>}
            </>
          ),
        },
        ...(closed
          ? []
          : [
              {
                head: 'Open',
                hideHead: true,
                cell: ({ stood }: ReviewedObjective) => (
                  <a href={`${base}?objective=${stood.objectiveId}#progress`}>
                    Review<span class="vh"> {stood.ref}</span>
                  </a>
                ),
              },
            ]),
      ]}
    />
  )
}
