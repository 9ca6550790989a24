import { type Day, isDay, plainDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { paths } from '../paths.ts'
import { type Answer, found, page, readForm, type Visit } from '../visit.ts'
import { VersionPage, type VersionPageProps } from './pages/version-page.tsx'
import { NoPlanYet, OtherDay, signedWords } from './pages/versions.tsx'
import { type Plan, type PlanVersion, planAt, planOf, versionOn } from './plans.ts'
import { diffPlans } from './rules/diff.ts'
import { navOf, trail } from './trail.ts'

/** One version of a plan, as it was agreed. */
export async function showVersion(visit: Visit): Promise<Answer> {
  const { tx, person, actor, own, params, today } = visit
  const plan = await planOf(tx, person.personId, actor, today)
  const version = found(plan.versions.find((one) => String(one.version) === params.version))
  return page(
    {
      title: `Version ${version.version} of the plan`,
      lead: `${person.name}, ${plainDay(version.agreedOn)}. ${signedWords(version)}.${version.endsYear ? ` The year ${version.endsYear} ended with it.` : ''}`,
      actions: visit.may('templates.write') && visit.may('plan.agree') && (
        <ButtonLink
          kind="secondary"
          href={paths.templateNew({ person: person.personId, version: version.version })}
        >
          Make a template of this plan
        </ButtonLink>
      ),
      nav: navOf(visit),
      crumbs: trail(
        visit,
        { text: own ? 'Plan' : 'Their plan', href: paths.plan(person.personId) },
        { text: `Version ${version.version}` },
      ),
    },
    <VersionPage
      {...(await contentOf(visit, plan, version))}
      compared={await comparedIn(visit, plan, version)}
    />,
  )
}

async function contentOf({ tx, person: { personId }, actor }: Visit, plan: Plan, version: PlanVersion) {
  return {
    version,
    objectives: await planAt(tx, personId, version.version, actor),
    inForce: plan.version,
    personId,
    others: plan.versions.filter((one) => one.version !== version.version),
  }
}

/** What differs from the version that the address asks for, such as `?against=2`; null for the one before it. */
async function comparedIn(
  { tx, person: { personId }, actor, query }: Visit,
  plan: Plan,
  { version }: PlanVersion,
): Promise<VersionPageProps['compared']> {
  const asked = query.get('against')
  if (asked === null || asked === String(version - 1)) return null
  const other = found(plan.versions.find((one) => String(one.version) === asked && one.version !== version))
  const then = await planAt(tx, personId, Math.min(other.version, version), actor)
  const later = await planAt(tx, personId, Math.max(other.version, version), actor)
  return { with: other.version, diffs: diffPlans(then, later) }
}

/** Whether the address asks for the plan of another day. */
export function asksForDay({ query }: Visit): boolean {
  return query.has('on') || query.has('on-day')
}

/** The day asked for, as `on=2026-03-01` or in three boxes; 'wrong' where there is no such day. */
function dayAsked({ query }: Visit): Day | 'wrong' {
  const on = query.get('on')
  if (on !== null) return isDay(on) ? on : 'wrong'
  return readForm([...query.entries()]).day('on') ?? 'wrong'
}

/** The plan as it stood on a day: the version that was in force then, whole, for reading and printing. */
export async function showPlanOn(visit: Visit): Promise<Answer> {
  const { tx, person, actor, own, today, query } = visit
  const { personId, name } = person
  const plan = await planOf(tx, personId, actor, today)
  const asked = dayAsked(visit)
  const day = asked > today ? 'wrong' : asked
  const version = day === 'wrong' ? null : versionOn(plan.versions, day)
  const why =
    asked === 'wrong'
      ? 'Give day, month and year of a day that exists.'
      : `${plainDay(asked)} has not come yet, and the plan may change until then. Give today or an earlier day.`
  const refusals: Refusal[] = day === 'wrong' ? [{ field: 'on', message: why }] : []
  const words = day === 'wrong' ? 'on another day' : `on ${plainDay(day)}`
  return page(
    {
      title: own ? `My plan as it stood ${words}` : `The plan of ${name} as it stood ${words}`,
      lead: version
        ? `Version ${version.version}, in force since ${plainDay(version.agreedOn)}. ${signedWords(version)}.`
        : undefined,
      nav: navOf(visit),
      crumbs: trail(
        visit,
        { text: own ? 'Plan' : 'Their plan', href: paths.plan(personId) },
        { text: day === 'wrong' ? 'Another day' : plainDay(day) },
      ),
      refusals,
    },
    <>
      <div class="mb4">
        <OtherDay personId={personId} values={Object.fromEntries(query)} day={day} refusals={refusals} />
      </div>
      {version ? (
        <VersionPage {...(await contentOf(visit, plan, version))} compared={null} />
      ) : (
        day !== 'wrong' && <NoPlanYet first={plan.versions.at(-1)?.agreedOn ?? null} day={day} />
      )}
    </>,
  )
}
