import type { Refusal } from '../../kernel/outcome.ts'
import { Rows } from '../../ui/rows.tsx'
import { Section } from '../../ui/section.tsx'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { chooseRoute } from './aspiration.ts'
import { careerOf } from './career.ts'
import { moreRoutes } from './more-routes.tsx'
import { needOfRole } from './needs.ts'
import { careerParts } from './pages/beside.tsx'
import type { Acting } from './pages/between.tsx'
import { CareerPage } from './pages/career-page.tsx'
import { TryOn } from './pages/find-role.tsx'
import { ownLevelField } from './pages/own-levels.tsx'
import { TryOnPage } from './pages/try-on-page.tsx'
import { findIn, placeOf } from './place.ts'
import { LEVELS } from './rules/target.ts'
import { findTarget, rateForTarget } from './targets.ts'
import { tryOn } from './trying.ts'

const actingOf = ({ person, own, may }: Visit): Acting => ({
  personId: person.personId,
  own,
  mayNeed: may('needs.make'),
  mayRate: may('assessments.rate'),
})

async function careerPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, actor, today, query, org } = visit
  const { personId, name } = person
  const career = found(
    await careerOf(tx, {
      personId,
      role: query.get('role') || null,
      kind: query.get('kind'),
      focus: query.get('focus'),
      viewer: actor,
      today,
    }),
  )
  return page(
    {
      title: own ? 'Where you could go from here' : `Where ${name} could go from here`,
      lead: 'A planned sequence of roles with growing responsibility. Sideways moves into a specialism count.',
      actions: (
        <TryOn
          personId={personId}
          roles={career.roles}
          now={career.now}
          wanted={career.wanted}
          targetId={career.aspiration?.targetRoleId ?? null}
          own={own}
        />
      ),
      ...placeOf(visit),
    },
    <CareerPage
      person={person}
      own={own}
      career={career}
      find={findIn(visit)}
      orgName={org.name}
      acting={actingOf(visit)}
      mayWrite={visit.may('career.write')}
    >
      <div class="no-print">
        <Section id="more" title={own ? 'Your career work' : 'Their career work'}>
          <Rows
            items={careerParts(personId, own, career.wanted?.roleId).map(({ text, what, href }) => ({
              title: text,
              meta: what,
              href,
            }))}
          />
        </Section>
      </div>
    </CareerPage>,
  )
}

async function tryOnPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, actor, today, params, org } = visit
  const { personId, name } = person
  const tried = found(await tryOn(tx, { personId, roleId: params.role ?? '', viewer: actor, today }))
  const { role } = tried
  return page(
    {
      title: own ? `You as ${role.title}` : `${name} as ${role.title}`,
      lead: `The shortest list of what stands between ${own ? 'you' : name} and this role, measured against agreed levels.`,
      ...placeOf(visit, { text: role.title }),
      refusals,
    },
    <TryOnPage tried={tried} name={name} orgName={org.name} acting={actingOf(visit)} refusals={refusals} />,
  )
}

/** Keeps where somebody says they stand in what an advert asks. */
async function sayLevels(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, params, today } = visit
  const { personId } = person
  const target = found(await findTarget(tx, personId, params.role ?? '', actor))
  const levels = new Map(
    target.asks.flatMap(({ competencyId }) => {
      const level = LEVELS.find((one) => one === form.whole(ownLevelField(competencyId)))
      return level ? [[competencyId, level] as const] : []
    }),
  )
  const { targetId } = target
  const saved = await rateForTarget(tx, actor, { personId, targetId, levels }, today)
  return saved.ok
    ? goTo(paths.careerRole(personId, targetId), 'Saved. What is short is at the top.')
    : tryOnPage(visit, saved.refusals)
}

/** One click from what a role asks to its objective. */
async function makeNeedOfRole(visit: Visit): Promise<Answer> {
  const { tx, actor, person, own, form, params, today } = visit
  const { personId } = person
  const roleId = params.role ?? ''
  const made = await needOfRole(tx, actor, { personId, roleId, competencyId: form.text('competency') }, today)
  if (!made.ok)
    return goTo(paths.careerRole(personId, roleId), made.refusals.map(({ message }) => message).join(' '))
  return goTo(own ? paths.objectiveNew(personId, made.value) : paths.need(personId, made.value))
}

async function choose(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form } = visit
  const chosen = await chooseRoute(tx, actor, { personId: person.personId, routeKind: form.text('kind') })
  const words = chosen.ok ? 'Your route is kept.' : chosen.refusals.map(({ message }) => message).join(' ')
  return goTo(paths.career(person.personId), words)
}

const PERSON = ':person'

export const routes: readonly Route[] = [
  get(paths.career(PERSON), 'career.read', careerPage),
  post(paths.careerRoute(PERSON), 'career.write', choose),
  get(paths.careerRole(PERSON, ':role'), 'career.read', (visit) => tryOnPage(visit)),
  post(paths.careerOwnLevels(PERSON, ':role'), 'career.write', sayLevels),
  post(paths.careerNeeds(PERSON, ':role'), 'needs.make', makeNeedOfRole),
  ...moreRoutes,
]
