import type { Id } from '../../../kernel/id.ts'
import { beginBoard, listBoards, shareBoard, writeEntry } from '../../assessments/assessments.ts'
import { type Company, keep, type Moment, must } from '../moments.ts'
import type { Desk, Records } from './amara-desk.ts'

type Written = {
  quarter: 'strength' | 'weakness' | 'opportunity' | 'threat'
  words: string
  codes?: readonly string[]
  evidenceIds?: readonly Id[]
  needIds?: readonly Id[]
}

/** Her two boards: one that she kept to herself, and one that went with her to the plan. */
export function amaraSwot({ on, skill }: Company, records: Records, desk: Desk): Moment[] {
  const { me, personId, needs } = desk
  const [first, second] = [keep<Id>(), keep<Id>()]
  const write = async (
    tx: Parameters<Moment['run']>[0],
    day: string,
    boardId: Id,
    { codes = [], evidenceIds = [], needIds = [], ...entry }: Written,
    before: { entryId: Id; revision: number } | null = null,
  ) =>
    must(
      await writeEntry(
        tx,
        me,
        {
          ...entry,
          personId,
          boardId,
          entryId: before?.entryId ?? null,
          revision: before?.revision ?? null,
          competencyIds: codes.map(skill),
          evidenceIds,
          needIds,
        },
        day,
      ),
    )
  return [
    on(146, '12:20', async (tx, day) => {
      const boardId = first.put(
        must(await beginBoard(tx, me, { personId, about: 'Half a year of calls', from: null }, day)),
      )
      const entries: Written[] = [
        { quarter: 'strength', words: 'Customers finish their sentence with me.', codes: ['CS-01'] },
        {
          quarter: 'weakness',
          words: 'My case notes are short, so colleagues ask again.',
          codes: ['CS-03'],
          evidenceIds: [records.notes.get()],
          needIds: [needs.typing.get()],
        },
        {
          quarter: 'weakness',
          words: 'I go quiet while I look something up.',
          codes: ['CS-09'],
        },
        { quarter: 'opportunity', words: 'I am good with new colleagues.', codes: ['CS-02'] },
      ]
      for (const entry of entries) await write(tx, day, boardId, entry)
    }),
    on(61, '12:25', async (tx, day) => {
      const boardId = second.put(
        must(await beginBoard(tx, me, { personId, about: 'For the plan with Ben', from: first.get() }, day)),
      )
      const board = (await listBoards(tx, personId, me)).find((one) => one.boardId === boardId)
      const coaching = board?.entries.find(({ quarter }) => quarter === 'opportunity')
      if (coaching)
        await write(
          tx,
          day,
          boardId,
          {
            quarter: 'strength',
            words: 'I ask new colleagues what they would try, and let them.',
            codes: ['CS-02'],
          },
          coaching,
        )
      const entries: Written[] = [
        {
          quarter: 'weakness',
          words: 'I promise a call back, and keep it in my head.',
          codes: ['CS-07'],
          evidenceIds: [records.complaint.get(), records.reopening.get()],
          needIds: [needs.told.get()],
        },
        {
          quarter: 'weakness',
          words: 'I close a call without saying what happens next.',
          codes: ['CS-06'],
          evidenceIds: [records.observed.get(), records.often.get()],
          needIds: [needs.closing.get()],
        },
        {
          quarter: 'opportunity',
          words: 'Ellie has begun, and the team looks for somebody to sit with her.',
          codes: ['CS-02'],
          needIds: [needs.coach.get()],
        },
        {
          quarter: 'opportunity',
          words: 'Two senior advisers are to be appointed next year.',
        },
        {
          quarter: 'threat',
          words: 'The smart-meter switch brings questions that nobody has answered yet.',
          codes: ['CS-04'],
        },
      ]
      for (const entry of entries) await write(tx, day, boardId, entry)
    }),
    on(60, '12:30', async (tx) =>
      must(await shareBoard(tx, me, { personId, boardId: second.get(), sharing: 'leader' })),
    ),
  ]
}
