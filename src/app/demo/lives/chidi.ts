import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { decide } from '../../decisions/decisions.ts'
import { listEvidence } from '../../evidence/evidence.ts'
import { criteriaOf, listUnits } from '../../frameworks/frameworks.ts'
import { type Company, type Moment, must, workingDayAhead } from '../moments.ts'
import type { Records } from './amara-desk.ts'

const UNIT = 'T/506/2952'
const QUALITIES = ['valid', 'authentic', 'current', 'sufficient', 'reliable']

type Judgement = {
  /** Of the unit, such as 1.3. */
  code: string
  verdict: 'award' | 'refer' | 'not yet'
  reason: string
  feedback: string
  /** Evidence by the beginning of its title. */
  cites?: readonly string[]
  /** More of it, as it is by then. */
  also?: () => readonly Id[]
  actBy?: Day
}

/** Chidi Eze: what he decides about Amara, criterion by criterion. */
export function chidi(company: Company, records: Records): Moment[] {
  const { on, who, today } = company
  const [assessor, amara] = [who('Chidi Eze'), who('Amara Okafor')]
  const { personId } = amara

  async function judge(tx: OrgTx, judgement: Judgement, day: Day): Promise<Id> {
    const { code, cites = [], also, actBy = null, ...said } = judgement
    const unit = (await listUnits(tx)).find((one) => one.code === UNIT)
    const criterion = unit && criteriaOf(unit).find((one) => one.code === code)
    if (!unit || !criterion) throw new Error(`No criterion ${code}`)
    const items = await listEvidence(tx, personId)
    const cited = cites.map((starts) => {
      const item = items.find(({ title }) => title.startsWith(starts))
      if (!item) throw new Error(`No evidence ${starts}`)
      return item.evidenceId
    })
    const asked = {
      ...said,
      personId,
      unitId: unit.unitId,
      unitVersion: unit.version,
      criterionId: criterion.criterionId,
      evidenceIds: [...cited, ...(also?.() ?? [])],
      qualities: said.verdict === 'award' ? QUALITIES : [],
      actBy,
    }
    return must(await decide(tx, assessor, asked, day))
  }
  const decided =
    (judgement: Judgement): Moment['run'] =>
    (tx, day) =>
      judge(tx, judgement, day)

  return [
    on(
      9,
      '10:15',
      decided({
        code: '2.3',
        verdict: 'award',
        reason:
          'Each need names the level that the role asks, the one agreed, and what lies between: three calls, a figure with its count, and the complaints that came back. I left the need on vulnerable customers out, since it rests on her word alone.',
        feedback: 'You began with what was seen and only then named the need. Keep that order.',
        cites: ['Three calls, side by side'],
        also: () => [records.often.get(), records.reopening.get()],
      }),
    ),
    on(
      9,
      '10:40',
      decided({
        code: '1.3',
        verdict: 'award',
        reason:
          'She set her work against her own role, what the team waits for, and the role she wants next. She changed her mind on complaints once the figure stood beside her rating, and says so.',
        feedback: 'Say next time which need you put off, too, and why it can wait.',
        cites: ['Three calls, side by side', 'Ellie on her second session', 'The promised call back'],
      }),
    ),
    on(
      9,
      '11:05',
      decided({
        code: '3.2',
        verdict: 'award',
        reason:
          'A leader, a colleague whom she coaches, a customer who had cause to complain and colleagues who answered without their names. Not all of it flatters her, and she asked for it before she needed it.',
        feedback:
          'You asked each for something that only they could know. That is what made it worth reading.',
        cites: ['Three billing calls with the card', 'Ellie on her second session', 'The promised call back'],
      }),
    ),
    on(
      8,
      '14:10',
      decided({
        code: '3.3',
        verdict: 'award',
        reason:
          'Two reviews that both signed. The second closed one objective on its test results and left the other open, because the figure could not yet tell; the observation since shows the card in three calls of three.',
        feedback: 'You left “too early to say” standing. That is what a review is for.',
        cites: ['Three billing calls with the card', 'The check-back card'],
      }),
    ),
    on(
      8,
      '14:35',
      decided({
        code: '1.1',
        verdict: 'refer',
        reason:
          'In our discussion she named one article, from memory. Nothing of it is written down, and nothing says how far it can be trusted.',
        feedback:
          'You know what smart meters change for our customers, and that is half of it. Find two sources, one of them from somebody who sells nothing. Say who wrote each and when, and how far you trust it: a page is enough.',
        actBy: workingDayAhead(today, 24),
      }),
    ),
    on(
      8,
      '14:50',
      decided({
        code: '2.6',
        verdict: 'not yet',
        reason: 'There is nothing on networks or professional bodies so far, good or bad.',
        feedback:
          'Nothing was wrong here: nothing is here yet. Go to one evening of the region’s customer service network, or read what the professional body publishes, and note what you did differently after it.',
      }),
    ),
  ]
}
