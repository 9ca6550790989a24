import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { recordSamples } from '../../seeds/records.ts'
import { launchBrowser } from '../browser.ts'
import { openInstallation } from '../pages.ts'
import { addByList, join, setUpTeam } from './arriving.ts'

let browser: Browser

before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

for (const javaScript of [true, false])
  test(`Dana imports complaints, says whose a name is and what a competency is called; Amara reads her records; Dana undoes it ${javaScript ? 'with' : 'without'} JavaScript`, async (t) => {
    const installation = await openInstallation(new Date('2025-10-07T09:00:00Z'))
    t.after(() => installation.close())
    const way = { browser, base: installation.base, javaScript }
    const dana = await setUpTeam(way, 'Larkfield Energy', 'larkfield.example')
    const links = await addByList(dana, [
      'Ben Hughes, ben@larkfield.example, Northgate, , Team leader',
      'Amara Okafor, amara@larkfield.example, Northgate, Ben Hughes, Adviser',
    ])
    const amara = await join(way, links.get('Amara Okafor'), 'amara@larkfield.example')
    await dana.press('Helpdesk import')
    await dana.answer('What is in the file?', /^Complaints/)
    await dana.file(/CSV file of calls/, 'complaints.csv', recordSamples()['records-complaints.csv'] ?? '')
    await dana.press('Read the file')
    await dana.sees('1 row will be rejected')
    await dana.press('Load 59 rows')
    await dana.awaits('Report of the import')
    await dana.sees('1 competency to name')
    await dana.choose('Temp agent 4', 'Amara Okafor')
    await dana.press('Save every name with a choice')
    await dana.sees('1 name matched, and remembered. 3 records became evidence.')
    await dana.choose('Complaint handling, our standard', 'CS-07 Handling complaints, suggested')
    await dana.press('Save for Complaint handling, our standard')
    await dana.sees('linked to it')
    await amara.page.setViewportSize({ width: 390, height: 844 })
    await amara.go('/start')
    const [, person] = /\/people\/([0-9a-f-]{36})/.exec(await amara.page.content()) ?? []
    await amara.go(`/people/${person}/records`)
    await amara.sees('The record holds no words here')
    await dana.press('Undo this import')
    await dana.press('Undo this import')
    await dana.sees('The import is undone: 58 records removed.')
    await amara.go(`/people/${person}/evidence`)
    await amara.sees('Import undone')
  })
