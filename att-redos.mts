import { findPersonalData } from './src/app/evidence/rules/redaction.ts'
import { telltale } from './src/app/feedback/rules/telltale.ts'
import { genericIn } from './src/app/assessments/rules/generic.ts'
const t=(f:(t:string)=>unknown,s:string)=>{const a=performance.now();f(s);return (performance.now()-a).toFixed(0)}
for (const n of [50_000,100_000,200_000]) {
 console.log(n,'mail',t(findPersonalData,'ab@cd.ef '.repeat(n/9)),'when',t(genericIn,'when '.repeat(n/5)),
 'tell', t(s=>telltale(s),Array.from({length:n/16},(_, i)=>'when I was '+i.toString(36)+'x').join('. ')), 'ord', t(findPersonalData,'order A'.repeat(n/7)), 'A/', t(findPersonalData,'order '+'A/'.repeat(n/2)), 'sp', t(findPersonalData,'account'+' '.repeat(n)), 'sp2', t(findPersonalData,'order number'.repeat(n/12)), 'digits', t(findPersonalData,'0 1'.repeat(n/3)), 'letters', t(findPersonalData,'Mr A'+'b'.repeat(n)), 'mrvan', t(findPersonalData,'Mr van der '.repeat(n/11)), 'a@', t(findPersonalData,'a'.repeat(n)+'@'), 'dots', t(findPersonalData,'a@'+'b.'.repeat(n/2)))
}
