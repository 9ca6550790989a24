import { count } from '../../kernel/text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Guide } from '../../ui/guide.tsx'
import { Rows } from '../../ui/rows.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { listEvidence } from '../evidence/evidence.ts'
import { criteriaOf, findUnit, listUnits, type Unit } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { readinessOf } from '../readiness/readiness.ts'
import {
  type Answer,
  found,
  get,
  goTo,
  type PageOptions,
  page,
  post,
  type Route,
  type Visit,
} from '../visit.ts'
import { countsOf, decide, listDecisions, standing } from './decisions.ts'
import { ChecksBeside } from './pages/checks-beside.tsx'
import { CriteriaList } from './pages/criteria-list.tsx'
import { DecidedLog } from './pages/decided.tsx'
import { DecisionForm, type Typed } from './pages/decision-form.tsx'

export const routes: readonly Route[] = [
  get(paths.decisions(':person'), 'decisions.read', showAll),
  get(paths.decisionUnit(':person', ':unit'), 'decisions.read', showUnit),
  get(paths.criterion(':person', ':unit', ':criterion'), 'decisions.read', (visit) => showCriterion(visit)),
  post(paths.criterion(':person', ':unit', ':criterion'), 'decisions.make', record),
]

const theUnit = async ({ tx, params }: Visit) => found(await findUnit(tx, params.unit ?? ''))

function place(
  { own, person }: Visit,
  ...more: { text: string; href?: string }[]
): Pick<PageOptions, 'nav' | 'crumbs'> {
  const all = { text: 'Decisions', href: paths.decisions(person.personId) }
  const before = own
    ? []
    : [
        { text: 'Team', href: paths.team },
        { text: person.name, href: paths.person(person.personId) },
      ]
  return {
    nav: own ? paths.plan(person.personId) : paths.team,
    crumbs: [...before, ...(more.length > 0 ? [all, ...more] : [{ text: 'Decisions' }])],
  }
}

const progress = (unit: Unit, { awarded, referred, of }: ReturnType<typeof countsOf>) =>
  `${unit.code ? `${unit.code}, level` : 'Level'} ${unit.level}. ${awarded} of ${count(of, 'criterion', 'criteria')} awarded${referred > 0 ? `, ${referred} referred` : ''}.`

async function showAll(visit: Visit): Promise<Answer> {
  const { tx, person, own } = visit
  const decisions = await listDecisions(tx, person.personId)
  const units = await listUnits(tx)
  return page(
    {
      title: own ? 'Decisions' : `Decisions about ${person.name}`,
      lead: 'What an assessor has credited, criterion by criterion, with why. Decisions are added to and never changed.',
      ...place(visit),
    },
    <>
      <Section id="units" title="Units" fact="Choose one to go through its criteria">
        <Rows
          items={units.map((unit) => ({
            title: unit.title,
            href: paths.decisionUnit(person.personId, unit.unitId),
            meta: progress(
              unit,
              countsOf(
                criteriaOf(unit).map(({ criterionId }) => criterionId),
                decisions,
              ),
            ),
          }))}
        />
      </Section>
      <Section
        id="decided"
        title="Decided"
        fact={decisions.length > 0 && count(decisions.length, 'decision')}
      >
        {decisions.length > 0 ? (
          <DecidedLog decisions={decisions} named />
        ) : (
          <Empty
            title="Nothing is decided yet"
            belongs="An assessor’s award, refer or not yet on one criterion, with the reason and what to do next."
            helps="Evidence that somebody else stands behind, and a plan that was reviewed."
          />
        )}
      </Section>
      <Guide
        good="One criterion at a time, with the evidence named, and feedback that says what to do next and by when."
        mistake="Awarding the whole unit in one go, so that nobody can see which evidence carried which criterion."
        example="3.3 referred: “Two signed reviews show a plan that moves. Finish the account so that it reaches an action, and ask Priya for a witness statement.”"
      />
    </>,
  )
}

async function showUnit(visit: Visit): Promise<Answer> {
  const { tx, person, actor, today } = visit
  const unit = await theUnit(visit)
  const decisions = (await listDecisions(tx, person.personId)).filter((one) => one.unitId === unit.unitId)
  const ids = criteriaOf(unit).map(({ criterionId }) => criterionId)
  return page(
    {
      title: `${person.name}, ${unit.title}`,
      lead: progress(unit, countsOf(ids, decisions)),
      ...place(visit, { text: unit.title }),
    },
    <Columns split="7-5">
      <div>
        <CriteriaList unit={unit} personId={person.personId} decisions={decisions} />
      </div>
      <Section id="readiness" title="Readiness" fact="13 checks, no score">
        <ChecksBeside rows={await readinessOf(tx, person.personId, actor, today)} />
        <p class="s">
          <a href={paths.account(person.personId)}>Open the account, check by check</a>
        </p>
      </Section>
    </Columns>,
  )
}

const EMPTY: Typed = { values: {}, evidenceIds: [], qualities: [] }

async function showCriterion(
  visit: Visit,
  typed: Typed = EMPTY,
  refusals: NonNullable<PageOptions['refusals']> = [],
): Promise<Answer> {
  const { tx, person, actor, today, params, may } = visit
  const unit = await theUnit(visit)
  const criterion = found(criteriaOf(unit).find(({ criterionId }) => criterionId === params.criterion))
  const decisions = (await listDecisions(tx, person.personId)).filter(
    (one) => one.criterionId === criterion.criterionId,
  )
  const stands = standing(decisions).get(criterion.criterionId)
  return page(
    {
      title: `${person.name}, criterion ${criterion.code}`,
      lead: `${unit.title}. ${criterion.words}.`,
      refusals,
      ...place(
        visit,
        { text: unit.title, href: paths.decisionUnit(person.personId, unit.unitId) },
        { text: criterion.code },
      ),
    },
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="8-4">
        <div>
          {stands && stands.verdict !== 'award' && visit.own && (
            <div class="no-print mb5">
              <ButtonLink kind="secondary" icon="plus" href={paths.evidenceNew(person.personId)}>
                Add the evidence that is asked for
              </ButtonLink>
            </div>
          )}
          {may('decisions.make') && (
            <div class="no-print mb5">
              <DecisionForm
                personId={person.personId}
                name={person.name}
                unit={unit}
                criterion={criterion}
                evidence={await listEvidence(tx, person.personId)}
                typed={typed}
                refusals={refusals}
              />
            </div>
          )}
          <Section id="history" title={`History of ${criterion.code}`} fact="Added to, never changed">
            {decisions.length > 0 ? (
              <DecidedLog decisions={decisions} />
            ) : (
              <p class="s ink2">Nothing is decided on {criterion.code} yet.</p>
            )}
          </Section>
        </div>
        <Section id="readiness" title="Readiness" fact="13 checks, no score">
          <ChecksBeside rows={await readinessOf(tx, person.personId, actor, today)} />
        </Section>
      </Columns>
    </>,
  )
}

async function record(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, params, today } = visit
  const typed: Typed = {
    values: form.values,
    evidenceIds: form.all('evidence'),
    qualities: form.all('qualities'),
  }
  const made = await decide(
    tx,
    actor,
    {
      personId: person.personId,
      unitId: params.unit ?? '',
      unitVersion: form.whole('version') ?? 0,
      criterionId: params.criterion ?? '',
      verdict: form.text('verdict'),
      reason: form.text('reason'),
      feedback: form.text('feedback'),
      actBy: form.day('act'),
      qualities: typed.qualities,
      evidenceIds: typed.evidenceIds,
    },
    today,
  )
  if (!made.ok) return showCriterion(visit, typed, made.refusals)
  return goTo(paths.decisionUnit(person.personId, params.unit ?? ''), 'The decision is recorded.')
}
