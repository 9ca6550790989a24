import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listPeople } from '../people/people.ts'
import { listRoles } from '../roles/roles.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { beginYearsIn } from './carry.ts'
import { TemplateForm } from './pages/template-form.tsx'
import { StartPage } from './pages/template-start.tsx'
import { TemplatesPage } from './pages/templates.tsx'
import { readTemplate, type Values, valuesOfTemplate } from './posted-template.ts'
import { findFirstMonth } from './store/carry.ts'
import { listAllTemplates } from './store/templates.ts'
import {
  declineOffer,
  findTemplate,
  offerTemplate,
  putAway,
  saveTemplate,
  startFrom,
  templateMeasures,
  templateOf,
  templatesFor,
} from './templates.ts'
import { navOf, trail } from './trail.ts'

const TEMPLATE = paths.template(':template')
const FOR = paths.templatesFor(':person')

export const templateRoutes: readonly Route[] = [
  get(paths.templates, 'templates.write', (visit) => showTemplates(visit)),
  post(paths.templates, 'templates.write', writeTemplate),
  post(paths.planYears, 'plan-years.change', changeYears),
  get(paths.templateNew(), 'templates.write', newTemplate),
  get(TEMPLATE, 'templates.write', (visit) => showTemplate(visit)),
  post(TEMPLATE, 'templates.write', writeTemplate),
  post(`${TEMPLATE}/offer`, 'templates.write', offer),
  post(`${TEMPLATE}/putting-away`, 'templates.write', putOneAway),
  get(FOR, 'plan.write', (visit) => showFitting(visit)),
  post(`${FOR}/:template/start`, 'plan.write', start),
  post(`${FOR}/:template/refusal`, 'plan.write', refuse),
]

async function showTemplates(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, form, org } = visit
  const roles = new Map((await listRoles(tx)).map(({ roleId, title }) => [roleId, title]))
  return page(
    {
      title: 'Plan templates',
      lead: `Objectives that people of ${org.name} can start a plan from. What they start from is theirs to change.`,
      nav: paths.priorities,
      crumbs: [{ text: 'Priorities', href: paths.priorities }, { text: 'Plan templates' }],
      refusals,
    },
    <TemplatesPage
      templates={await listAllTemplates(tx)}
      roles={roles}
      firstMonth={await findFirstMonth(tx)}
      mayChangeYears={visit.may('plan-years.change')}
      values={form.values}
      refusals={refusals}
    />,
  )
}

/** The form of a template: what is typed, kept or brought along. */
async function formPage(
  visit: Visit,
  asked: { templateId: string | null; values: Values; refusals: readonly Refusal[]; overtaken?: boolean },
): Promise<Answer> {
  const { tx, actor } = visit
  const { templateId, values, refusals, overtaken = false } = asked
  const template = templateId ? found(await findTemplate(tx, templateId)) : null
  const people = (await listPeople(tx)).filter(
    ({ personId, state }) => actor.leads.includes(personId) && state !== 'left',
  )
  return page(
    {
      title: template?.name ?? 'A new template',
      lead: template?.putAwayOn
        ? 'Put away: nobody starts from it.'
        : 'Where a date is to stand in the words, write [in 12 weeks]: each person reads the day.',
      nav: paths.priorities,
      crumbs: [
        { text: 'Priorities', href: paths.priorities },
        { text: 'Plan templates', href: paths.templates },
        { text: template?.name ?? 'A new one' },
      ],
      refusals,
      status: overtaken ? 409 : undefined,
    },
    <TemplateForm
      template={template}
      now={overtaken && template ? valuesOfTemplate(template, await templateMeasures(tx)) : null}
      people={people}
      roles={await listRoles(tx)}
      competencies={await listCompetencies(tx)}
      measures={await templateMeasures(tx)}
      values={values}
      refusals={refusals}
    />,
  )
}

async function newTemplate(visit: Visit): Promise<Answer> {
  const { tx, query, actor, today } = visit
  const personId = query.get('person') ?? ''
  const from = isId(personId)
    ? found(await templateOf(tx, actor, { personId, version: Number(query.get('version')) }, today))
    : { name: '', roleId: null, cohort: '', items: [] }
  const values = valuesOfTemplate(from, await templateMeasures(tx))
  return formPage(visit, { templateId: null, values, refusals: [] })
}

async function showTemplate(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, params } = visit
  const template = found(await findTemplate(tx, params.template ?? ''))
  const values = {
    ...valuesOfTemplate(template, await templateMeasures(tx)),
    version: String(template.version),
  }
  return formPage(visit, { templateId: template.templateId, values, refusals })
}

async function writeTemplate(visit: Visit): Promise<Answer> {
  const { tx, actor, form, params } = visit
  const templateId = params.template ?? null
  const { fields, refusals, values } = readTemplate(form, await templateMeasures(tx))
  if (form.text('do') === 'more') {
    const more = { ...values, items: String(Number(values.items) + 1) }
    return formPage(visit, { templateId, values: more, refusals: [] })
  }
  if (refusals.length > 0) return formPage(visit, { templateId, values, refusals })
  const version = form.whole('version') ?? 0
  const saved = await saveTemplate(tx, actor, { ...fields, templateId, version })
  if (saved.ok) return goTo(paths.template(saved.value), 'The template is saved.')
  const { overtaken } = saved
  const now = overtaken && templateId ? await findTemplate(tx, templateId) : null
  const next = now ? { ...values, version: String(now.version) } : values
  return formPage(visit, { templateId, values: next, refusals: saved.refusals, overtaken })
}

async function offer(visit: Visit): Promise<Answer> {
  const { tx, actor, form, params, today } = visit
  const templateId = params.template ?? ''
  const asked = { templateId, personId: form.text('person') }
  const outcome = await offerTemplate(tx, actor, asked, today)
  return outcome.ok
    ? goTo(paths.template(templateId), 'Offered. They see it on their plan.')
    : showTemplate(visit, outcome.refusals)
}

async function putOneAway(visit: Visit): Promise<Answer> {
  const { tx, actor, form, params, today } = visit
  const away = form.text('away') !== 'no'
  const outcome = await putAway(tx, actor, { templateId: params.template ?? '', away }, today)
  return outcome.ok
    ? goTo(
        paths.templates,
        away ? 'Put away. Plans that began with it stay as they are.' : 'People can start from it again.',
      )
    : showTemplates(visit, outcome.refusals)
}

async function changeYears(visit: Visit): Promise<Answer> {
  const { tx, actor, form } = visit
  const outcome = await beginYearsIn(tx, actor, form.whole('month') ?? 0)
  return outcome.ok
    ? goTo(paths.templates, 'Saved. Years that are closed stay as they were.')
    : showTemplates(visit, outcome.refusals)
}

async function showFitting(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, today } = visit
  const { personId } = person
  return page(
    {
      title: 'Start from a template',
      lead: 'Each objective becomes a draft of yours, with dates from today. Nothing is proposed until you do it.',
      nav: navOf(visit),
      crumbs: trail(
        visit,
        { text: own ? 'Plan' : 'Their plan', href: paths.plan(personId) },
        { text: 'Templates' },
      ),
      refusals,
    },
    <StartPage
      fitting={await templatesFor(tx, personId, today)}
      competencies={new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one.title]))}
      personId={personId}
      today={today}
      refusals={refusals}
    />,
  )
}

async function start(visit: Visit): Promise<Answer> {
  const { tx, actor, person, params, today } = visit
  const { personId } = person
  const outcome = await startFrom(tx, actor, { personId, templateId: params.template ?? '' }, today)
  return outcome.ok
    ? goTo(
        paths.plan(personId),
        `${count(outcome.value, 'draft')} made. Read each, and propose what you mean.`,
      )
    : showFitting(visit, outcome.refusals)
}

async function refuse(visit: Visit): Promise<Answer> {
  const { tx, actor, person, params, today } = visit
  const { personId } = person
  const outcome = await declineOffer(tx, actor, { personId, templateId: params.template ?? '' }, today)
  return outcome.ok
    ? goTo(paths.plan(personId), 'You said no. You can still start from it later.')
    : showFitting(visit, outcome.refusals)
}
