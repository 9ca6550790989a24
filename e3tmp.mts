import { readPdf } from './src/shell/pdf-text.ts'
import { deflateSync } from 'node:zlib'
export function pdf(objs: string[], trailer='') { let out='%PDF-1.7\n'; const offs:number[]=[]; objs.forEach((o,i)=>{offs.push(out.length); out+=`${i+1} 0 obj\n${o}\nendobj\n`}); const x=out.length; out+=`xref\n0 ${objs.length+1}\n0000000000 65535 f \n`+offs.map(o=>String(o).padStart(10,'0')+' 00000 n \n').join('')+`trailer\n<< /Size ${objs.length+1} /Root 1 0 R ${trailer}>>\nstartxref\n${x}\n%%EOF\n`; return Buffer.from(out,'latin1') }
const page=(text:string, extra='')=>[`<< /Type /Catalog /Pages 2 0 R ${extra}>>`,'<< /Type /Pages /Kids [3 0 R] /Count 1 >>','<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',`<< /Length ${text.length} >>\nstream\n${text}\nendstream`,'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
const t='BT /F1 12 Tf 20 200 Td (Ring Ms Whitlock on 07700 900417) Tj ET'
console.time('read');console.log(await readPdf(pdf(page(t))));console.timeEnd('read')
console.time('read');console.log(await readPdf(pdf(page(t))));console.timeEnd('read')
console.log(await readPdf(pdf(page(t,'/OpenAction << /S /J#61vaScript /JS (app.alert\\(1\\)) >>'))))
console.log(await readPdf(pdf(page(t,'/OpenAction << /S /Launch /F (cmd.exe) >>'))))
console.log(await readPdf(pdf(page(t),'/Encrypt << /Filter /Standard >>')))
console.log(await readPdf(Buffer.from('%PDF-1.7 a letter')))
const os=(inner:string, extra='')=>{ const z=deflateSync(Buffer.from(inner)).toString('latin1'); return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${z.length} >>${extra}\nstream\n${z}\nendstream`}
console.log(await readPdf(pdf([...page(t), os('9 0 << /S /JavaScript /JS (x) >>')])))
console.log(await readPdf(pdf([...page(t), os('9 0 << /S /GoTo >>')])))
console.log(await readPdf(pdf([...page(t), os('9 0 << /S /JavaScript /JS (x) >>',' %c')])))
