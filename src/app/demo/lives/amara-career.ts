import { addMonths } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import {
  chooseRoute,
  compareSources,
  confirmTarget,
  keepAdvert,
  keepSourcesAsEvidence,
  saveComparison,
  saveNote,
  setTarget,
} from '../../careers/careers.ts'
import { listCompetencies, listCrosswalk } from '../../frameworks/frameworks.ts'
import { proposeCompetencies } from '../../occupations/occupations.ts'
import { listRoles } from '../../roles/roles.ts'
import { type Company, keep, type Moment, must, workingDay } from '../moments.ts'
import { ADVERT, ADVERT_LEVELS, BESIDE, TALK, WAYS } from './amara-career-words.ts'

/** A role of the organisation's by its title. */
export async function roleCalled(tx: OrgTx, title: string): Promise<Id> {
  const role = (await listRoles(tx)).find((one) => one.title === title)
  if (!role) throw new Error(`No role ${title}`)
  return role.roleId
}

/** Where Amara wants to go, what she knows it from, and what she looked at beside it. */
export function amaraCareer({ on, who, skill, today }: Company): Moment[] {
  const me = who('Amara Okafor')
  const { personId } = me
  const [talk, page, compared, advert] = [keep<Id>(), keep<Id>(), keep<Id>(), keep<Id>()]
  const noted = async (tx: OrgTx, note: typeof TALK, seenAgo: number, day: string) => {
    const seenOn = workingDay(today, seenAgo)
    const asked = { ...note, personId, noteId: null, revision: null, seenOn, sharing: 'assessor' as const }
    return must(await saveNote(tx, me, asked, day)).noteId
  }
  return [
    on(208, '09:40', async (tx, day) =>
      must(
        await setTarget(
          tx,
          me,
          {
            personId,
            roleId: await roleCalled(tx, 'Team leader'),
            words: 'Team leader within two years, by way of senior adviser.',
            why: 'What I like best in a week is the hour in which somebody else gets better at the work.',
            by: addMonths(day, 24),
          },
          day,
        ),
      ),
    ),
    on(57, '12:30', async (tx) => must(await chooseRoute(tx, me, { personId, routeKind: 'fewest steps' }))),
    on(20, '12:40', async (tx, day) => talk.put(await noted(tx, TALK, 21, day))),
    on(16, '12:25', async (tx, day) => page.put(await noted(tx, BESIDE.page, 16, day))),
    on(14, '12:35', async (tx, day) =>
      compared.put(
        must(
          await compareSources(
            tx,
            me,
            { personId, oneId: talk.get(), otherId: page.get(), words: BESIDE.words },
            day,
          ),
        ),
      ),
    ),
    on(14, '12:50', async (tx, day) =>
      must(await keepSourcesAsEvidence(tx, me, { personId, comparisonId: compared.get() }, day)),
    ),
    on(11, '12:30', async (tx, day) => {
      const roleIds = await Promise.all(
        ['Team leader', 'Learning lead'].map((title) => roleCalled(tx, title)),
      )
      const asked = {
        personId,
        comparisonId: null,
        revision: null,
        roleIds,
        suits: roleIds[0] ?? null,
        ...WAYS,
        sharing: 'assessor' as const,
      }
      must(await saveComparison(tx, me, asked, day))
    }),
    on(8, '19:20', async (tx, day) =>
      advert.put(
        must(
          await keepAdvert(
            tx,
            me,
            { ...ADVERT, personId, seenOn: workingDay(today, 8), responsibility: 4 },
            day,
          ),
        ),
      ),
    ),
    on(7, '19:35', async (tx) => {
      const competencies = await listCompetencies(tx)
      const found = proposeCompetencies(ADVERT.advert, competencies, await listCrosswalk(tx))
      const { title, sector } = ADVERT
      const asks = Object.entries(ADVERT_LEVELS).map(([code, level]) => ({
        competencyId: skill(code),
        level,
        essential: code !== 'CS-18',
        because: found.find(({ competencyId }) => competencyId === skill(code))?.because ?? [],
      }))
      const role = { personId, targetId: advert.get(), revision: 1, title, sector, asks }
      must(await confirmTarget(tx, me, { ...role, responsibility: 4, sharing: 'me' }))
    }),
  ]
}
