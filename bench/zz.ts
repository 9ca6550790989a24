import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const p = await b.newPage()
const errors: string[] = []
p.on('pageerror', (e) => errors.push(e.message)); p.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()) })
await p.route('http://x.test/**', (r) => r.request().url().endsWith('.js') ? r.fulfill({ contentType: 'text/javascript', body: readFileSync('/tmp/h3/enh.js') }) : r.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': "default-src 'self'" }, body: `<!doctype html><div data-smart data-smart-today="2026-11-17" data-smart-record='{"linkedNeed":"Complaints","history":{"low":20,"high":34},"unit":"%","betterIs":"lower"}'><textarea></textarea><input data-smart-field="target"><input data-smart-field="baseline" value="26"><div data-smart-result aria-live="polite"></div></div><script type="module" src="/e.js"></script>` }))
await p.goto('http://x.test/')
await p.fill('textarea', 'Write six <b>articles</b> by Easter')
await p.fill('[data-smart-field=target]', '22 %')
await p.waitForSelector('.smart')
console.log(await p.innerText('[data-smart-result]'), errors)
const ms = await p.evaluate(async () => { const a = document.querySelector('textarea') as HTMLTextAreaElement; a.value += '!'; const t = performance.now(); a.dispatchEvent(new Event('input', { bubbles: true })); await new Promise((r) => new MutationObserver(r).observe(document.querySelector('[data-smart-result]') as Element, { childList: true })); return performance.now() - t })
console.log('answered after', ms.toFixed(0), 'ms (250 of them the pause)')
await b.close()
