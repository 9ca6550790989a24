import { contactBook } from '/work/main/src/app/measures/rules/book.ts'
import { definitionOf } from '/work/main/src/app/measures/rules/definitions.ts'
import { chart } from '/work/main/src/app/measures/rules/measure.ts'
import { recentWeeks } from '/work/main/src/app/measures/rules/run.ts'
import { asContacts, contactsOf } from '/work/main/seeds/contacts.ts'
import * as L from '/work/main/seeds/.ly.ts'
import { addDays, weekStart } from '/work/main/src/kernel/day.ts'
const want: [string,string,string][] = [
 ['fcr','Amara Okafor','improvement signal'],['csat','Amara Okafor','no signal'],['handle_time','Amara Okafor','no signal'],
 ['fcr','Priya Nair','no signal'],['csat','Priya Nair','no signal'],
 ['csat','Tom Walsh','no signal'],['fcr','Tom Walsh','no signal'],['csat_mean','Tom Walsh','no signal'],
 ['handle_time','Grace Lim','improvement signal'],['csat','Grace Lim','no signal'],['fcr','Grace Lim','no signal'],
 ['fcr','Yusuf Demir','concern signal'],['csat','Yusuf Demir','no signal'],
 ['fcr','Sofia Rossi','no signal'],['csat','Sofia Rossi','no signal'],
 ['fcr','Ellie Marsh','no signal'],['fcr','Kofi Mensah','too few points'],['csat','Kofi Mensah','too few points'],['fcr','Dan Pryce','too few points'],
]
const N = Number(process.argv[2]), from0 = Number(process.argv[3] ?? 1)
for (let seed = from0; seed < from0+N; seed++) {
  let bad: string[] = []
  let tomInfo = ''
  const t0 = performance.now()
  const sunday = '2026-11-22'
  const all = asContacts((L as any).callsUntil(sunday, seed))
  const t1 = performance.now()
  for (const today of ['2026-11-17','2026-11-22', '2026-11-16']) {
    const upto = all.filter(c => c.day <= today)
    const book = contactBook(upto, today)
    const range = recentWeeks(today, today)
    for (const [m,p,v] of want) {
      const d = definitionOf(m)!
      const c = chart(d, book, {people:[p], ...range})
      if (c.verdict !== v) bad.push(`${today.slice(8)} ${p} ${m} ${c.verdict}`)
      if (m==='csat' && p==='Tom Walsh' && today==='2026-11-17') {
        const pts = c.weeks.filter(w=>w.state==='complete').map(w=>w.figure.value!)
        const min = Math.min(...pts); const at = pts.length-1-pts.indexOf(min)
        tomInfo = `tom min ${min.toFixed(2)} at -${at} mean ${c.limits?.mean.toFixed(2)} low ${c.drawn?.lower.toFixed(2)} last ${pts.slice(-6).map(x=>x.toFixed(2))}`
      }
    }
    if (bad.length>3) break
  }
  if (bad.length <= 1) console.log(seed, all.length, (t1-t0).toFixed(0)+'ms', bad.length, bad.join('; '), tomInfo)
}
