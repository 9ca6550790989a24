import { type Day, longDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { possessive } from '../../kernel/text.ts'
import { ButtonLink, PrintButton } from '../../ui/button.tsx'
import { paths } from '../paths.ts'
import { roleOf } from '../roles/roles.ts'
import { type Answer, get, goTo, page, post, type Visit } from '../visit.ts'
import { askedOf, feedbackOf, linksToHandOver, type Round, shareWithAssessor } from './feedback.ts'
import { OpenRoundPage } from './pages/open-round-page.tsx'
import { ResultsPage } from './pages/results-page.tsx'
import { type AskedOfMe, RoundsPage } from './pages/rounds-page.tsx'
import { placeOf, roundFor, roundsFor, TITLE } from './place.ts'
import { planPage, planRoutes } from './plan-routes.tsx'
import { plannedRound } from './posted.ts'

/** What waits for the visitor's own answer. */
async function askedOfVisitor({ tx, house, actor, today }: Visit): Promise<(AskedOfMe & { own: boolean })[]> {
  const asked = await askedOf(tx, house.keys, actor.personId, today)
  return asked.map(({ token, ...one }) => ({ ...one, path: paths.answer(token) }))
}

async function roundsPage(visit: Visit): Promise<Answer> {
  const { person, own, today } = visit
  const rounds = await roundsFor(visit)
  const mayPlan = visit.may('feedback.plan') && rounds.every(({ state }) => state === 'closed')
  return page(
    {
      ...placeOf(visit),
      title: own ? TITLE : `${possessive(person.name)} ${TITLE}`,
      lead: 'What people who work with somebody have seen, in groups large enough that nobody is singled out.',
      actions:
        mayPlan && rounds.length > 0 ? (
          <ButtonLink kind="secondary" icon="plus" href={paths.feedbackNew(person.personId)}>
            Plan a round
          </ButtonLink>
        ) : undefined,
    },
    <RoundsPage
      person={person}
      own={own}
      rounds={rounds}
      asked={own ? await askedOfVisitor(visit) : []}
      mayPlan={mayPlan}
      today={today}
    />,
  )
}

async function roundPage(visit: Visit): Promise<Answer> {
  const round = await roundFor(visit)
  if (round.state === 'closed') return resultsPage(visit, round)
  if (round.state === 'open' && round.closesOn) return openPage(visit, round, round.closesOn)
  return planPage(visit, { round, typed: plannedRound(round) })
}

async function openPage(visit: Visit, round: Round, closesOn: Day): Promise<Answer> {
  const { tx, house, person, own, actor, today } = visit
  const asked = await askedOfVisitor(visit)
  const links = house.mail.configured
    ? []
    : await linksToHandOver(tx, house.keys, person.personId, round.roundId, actor)
  return page(
    {
      ...placeOf(visit, { text: round.ref }),
      title: `${TITLE}, ${round.ref}`,
      lead: `About ${own ? 'you' : person.name}. ${round.purpose}`,
    },
    <OpenRoundPage
      person={person}
      own={own}
      round={round}
      closesOn={closesOn}
      over={closesOn < today}
      mine={asked.find((one) => (own ? one.own : one.name === person.name)) ?? null}
      links={links.map(({ name, token }) => ({
        name,
        url: `${house.config.publicUrl}${paths.answer(token)}`,
      }))}
    />,
  )
}

async function resultsPage(visit: Visit, round: Round): Promise<Answer> {
  const { tx, person, own, actor, today } = visit
  const { readings, held, texts } = await feedbackOf(tx, person.personId, actor, today)
  const role = await roleOf(tx, person.personId, today)
  const ofRound = <T extends { roundId: Id }>(all: readonly T[]) =>
    all.filter(({ roundId }) => roundId === round.roundId)
  return page(
    {
      ...placeOf(visit, { text: round.ref }),
      title: own ? 'What others have seen' : `What others have seen of ${person.name}`,
      actions: <PrintButton>Print</PrintButton>,
      lead: `${round.ref}${round.closesOn ? `, closed after ${longDay(round.closesOn)}` : ''}. ${round.purpose}`,
    },
    <ResultsPage
      person={person}
      own={own}
      round={round}
      competencies={round.questions.map(({ competencyId, title }) => ({
        competencyId,
        title,
        required: role?.requirements.find((one) => one.competencyId === competencyId)?.level ?? null,
      }))}
      readings={ofRound(readings)}
      held={ofRound(held)}
      texts={ofRound(texts)}
    />,
  )
}

async function share(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form } = visit
  const { roundId } = await roundFor(visit)
  const shared = form.text('shared') === 'yes'
  const outcome = await shareWithAssessor(tx, actor, { personId: person.personId, roundId, shared })
  const words = shared ? 'Your assessor can read this page now.' : 'Your assessor no longer reads this page.'
  return goTo(
    paths.feedbackRound(person.personId, roundId),
    outcome.ok ? words : outcome.refusals[0]?.message,
  )
}

export const routes = [
  get(paths.feedback(':person'), 'feedback.read', roundsPage),
  ...planRoutes,
  get(paths.feedbackRound(':person', ':round'), 'feedback.read', roundPage),
  post(paths.feedbackSharing(':person', ':round'), 'feedback.share', share),
]
