import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import {
  addItem,
  beginDraft,
  findDraft,
  frameworkInForce,
  type ItemFields,
  publishDraft,
  rewordItem,
  setPublic,
} from '../../frameworks/frameworks.ts'
import { loadPack } from '../../occupations/occupations.ts'
import { type Company, keep, type Moment, must } from '../moments.ts'

const item = (fields: Partial<ItemFields> & { statement: string }): ItemFields => ({
  kind: 'skill',
  code: '',
  title: '',
  soft: false,
  legal: false,
  words: [],
  levels: [],
  ...fields,
})

/** What Larkfield means by a good call, in its own words: each part with what one can hear. */
const CALL_STANDARD: readonly { part: string; asks: readonly (readonly [string, string, string])[] }[] = [
  {
    part: 'Opening the call',
    asks: [
      ['LC-1', 'Welcome', 'You answer with your name and an offer to help, before you ask for a number.'],
      ['LC-2', 'Who is calling', 'You check who is calling before you say anything about the account.'],
    ],
  },
  {
    part: 'Finding out and settling',
    asks: [
      ['LC-3', 'The need behind the question', 'You say back what you understood, and wait for a yes.'],
      ['LC-4', 'The answer', 'You give the answer first, then the reason, in words without our short forms.'],
      ['LC-5', 'Silence', 'You say what you are doing whenever you look something up.'],
    ],
  },
  {
    part: 'Closing the call',
    asks: [
      ['LC-6', 'The next step', 'You name who does what by which day, and the customer says it back.'],
      ['LC-7', 'The note', 'You write a note from which a colleague can go on without ringing the customer.'],
    ],
  },
]

/** Dana's library: occupations, a framework of Larkfield's own that anybody may read, and the next version of ours. */
export function library({ on, who, skill }: Company): Moment[] {
  const dana = who('Dana Price')
  const standard = keep<Id>()
  return [
    on(196, '10:15', async (tx) => must(await loadPack(tx, dana, 'contact-centre'))),
    on(186, '14:05', async (tx) =>
      standard.put(must(await beginDraft(tx, dana, { title: 'The Larkfield call standard' }))),
    ),
    on(186, '14:20', (tx) => writeStandard(tx)),
    on(184, '09:30', async (tx, day) => {
      const because = 'Both teams and the quality sheet now mean the same by a good call.'
      must(await publishDraft(tx, dana, { frameworkId: standard.get(), because }, day))
      must(await setPublic(tx, dana, standard.get(), true))
    }),
    on(4, '11:20', async (tx) => {
      const { frameworkId } = await frameworkInForce(tx)
      must(await beginDraft(tx, dana, { frameworkId }))
      const notes = (await findDraft(tx, frameworkId))?.items.find(({ itemId }) => itemId === skill('CS-03'))
      if (!notes) throw new Error('The draft has nothing on writing')
      const { itemId, revision } = notes
      const statement = `${notes.statement} What was promised stands in the diary as well as in the note.`
      must(await rewordItem(tx, dana, { frameworkId, itemId, revision, fields: { ...notes, statement } }))
    }),
    on(3, '09:45', async (tx) => {
      const { frameworkId } = await frameworkInForce(tx)
      must(await addItem(tx, dana, { frameworkId, parentId: null, fields: SMART_METERS }))
    }),
  ]

  async function writeStandard(tx: OrgTx): Promise<void> {
    const frameworkId = standard.get()
    for (const { part, asks } of CALL_STANDARD) {
      const heading = item({ kind: 'group', title: part, statement: part })
      const parentId = must(await addItem(tx, dana, { frameworkId, parentId: null, fields: heading }))
      for (const [code, title, statement] of asks)
        must(
          await addItem(tx, dana, {
            frameworkId,
            parentId,
            fields: item({ code, title, statement, legal: code === 'LC-2' }),
          }),
        )
    }
  }
}

const SMART_METERS = item({
  kind: 'knowledge',
  code: 'CS-19',
  title: 'Smart meters',
  statement:
    'You know what changes for a customer with a smart meter, and answer what they ask without sending them to somebody else.',
  words: ['smart meter', 'smart-meter', 'in-home display', 'reading by itself'],
  levels: [
    { level: 1, label: '', anchor: 'I can say what a smart meter does, and where our page on it is.' },
    { level: 2, label: '', anchor: 'I answer the ten usual questions with the page open beside me.' },
    { level: 3, label: '', anchor: 'I settle a reading that looks wrong in the call, and say why it did.' },
    { level: 4, label: '', anchor: 'I am asked by colleagues, and I find out what our page leaves out.' },
    { level: 5, label: '', anchor: 'I write what the page says, from what customers ask us.' },
  ],
})
