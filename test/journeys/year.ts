import type { Walker } from '../pages.ts'
import { joinBy, pasteList, setUpBy } from './arriving.ts'
import type { Cast, YearStep } from './year-acts.ts'
import { FIRST_HALF } from './year-first.ts'
import { SECOND_HALF } from './year-second.ts'

/** On which everybody is there, before the year begins. */
export const EVE = '2026-01-12'

/** The year, step by step; each says on which day it happens. */
export const YEAR: readonly YearStep[] = [...FIRST_HALF, ...SECOND_HALF]

/** The moment at which a day's step is walked: on a working day, outside quiet hours. */
export const momentOf = (day: string): Date => new Date(`${day}T09:00:00Z`)

/**
 * Dana sets the organisation up and adds everybody by a list; each joins by the link that is mailed.
 * @param linkTo answers the link in the mail to an address
 */
export async function gather(
  open: () => Promise<Walker>,
  { organisation, mail }: { organisation: string; mail: string },
  linkTo: (address: string, dana: Walker) => Promise<string | undefined>,
): Promise<Cast> {
  const dana = await open()
  await setUpBy(dana, organisation, mail)
  await pasteList(dana, [
    `Helen Ward, helen@${mail}, , , Team leader`,
    `Ben Hughes, ben@${mail}, Northgate, Helen Ward, Team leader`,
    `Amara Okafor, amara@${mail}, Northgate, Ben Hughes, Adviser`,
    `Chidi Eze, chidi@${mail}, , , Assessor`,
  ])
  const arrive = async (name: string): Promise<Walker> => {
    const [walker, address] = [await open(), `${name}@${mail}`]
    await joinBy(walker, await linkTo(address, dana), address)
    return walker
  }
  return {
    dana,
    helen: await arrive('helen'),
    ben: await arrive('ben'),
    amara: await arrive('amara'),
    chidi: await arrive('chidi'),
  }
}
