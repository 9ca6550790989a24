// A keystroke in the objective's box, in Chromium: the milliseconds of processing from the input event to the hints in
// the page with their layout, and from the input event to the frame that shows them, against the 16.7 of one frame.
// A goal of 200 characters is typed key by key, five times, into the very module that pages load (minified).
// `node --import tsx bench/keystroke.ts`
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { quantile } from '../src/kernel/stats.ts'
import { launchBrowser } from '../test/browser.ts'

const FRAME_MS = 1000 / 60
const ROUNDS = 5
const GOAL =
  'Bring my share of billing contacts solved at the first contact from 68% to 76% by the end of March 2027, with two hours beside Priya each month, ringing back every customer on the day that I promised it.'.slice(
    0,
    200,
  )

const TODAY = '2026-11-17'

/** What is done at a keystroke, without the module's own waiting. */
const READ = `
  import { checkGoal, renderReading } from '../src/kernel/smart.ts'
  globalThis.read = (text) => renderReading(checkGoal(text, '${TODAY}'))`

async function scriptOf(entry: { entryPoints: string[] } | { stdin: { contents: string } }): Promise<string> {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const { outputFiles } = await build({
    ...('stdin' in entry ? { stdin: { ...entry.stdin, resolveDir: folder, loader: 'ts' as const } } : entry),
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
  })
  return outputFiles[0]?.text ?? ''
}

/** Runs in the page: types the goal key by key, and answers the milliseconds of each; `shown` where the hints changed. */
async function typeInPage({ goal, rounds }: { goal: string; rounds: number }) {
  const area = document.querySelector('textarea')
  const result = document.querySelector<HTMLElement>('[data-smart-result]')
  const { read } = globalThis as unknown as { read: (text: string) => string }
  if (!area || !result) throw new Error('the page is not the one expected')
  const shown: number[] = []
  const working: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (let end = 1; end <= goal.length; end++) {
      area.value = goal.slice(0, end)
      const began = performance.now()
      result.innerHTML = read(area.value)
      result.getBoundingClientRect()
      working.push(performance.now() - began)
    }
    area.value = ''
    for (let end = 1; end <= goal.length; end += 10) {
      await new Promise((next) => requestAnimationFrame(next))
      const changed = new Promise<boolean>((done) => {
        const watch = new MutationObserver(() => {
          watch.disconnect()
          requestAnimationFrame(() => setTimeout(() => done(true)))
        })
        watch.observe(result, { childList: true })
        setTimeout(() => done(false), 400)
      })
      area.value = goal.slice(0, end)
      const began = performance.now()
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
      if (await changed) shown.push(performance.now() - began)
    }
  }
  return { working, shown }
}

const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  await page.setContent(
    `<div data-smart data-smart-today="${TODAY}"><textarea></textarea><div data-smart-result></div></div>`,
  )
  await page.addScriptTag({ content: await scriptOf({ stdin: { contents: READ } }) })
  await page.addScriptTag({
    content: await scriptOf({
      entryPoints: [fileURLToPath(new URL('../src/app/plans/enhance.ts', import.meta.url))],
    }),
  })
  const { working, shown } = await page.evaluate(typeInPage, { goal: GOAL, rounds: ROUNDS })
  const say = (name: string, given: number[]) => {
    const times = given.toSorted((a, b) => a - b)
    console.log(
      `${name}: median ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms (${times.length} keystrokes; a frame is ${FRAME_MS.toFixed(1)})`,
    )
  }
  say('Processing, from the key to the hints laid out', working)
  const best = Array.from({ length: GOAL.length }, (_, at) =>
    Math.min(...working.filter((_, place) => place % GOAL.length === at)),
  )
  say('The same, each key at the best of its rounds (other work on the machine left out)', best)
  say('From the key to the frame that shows them', shown)
} finally {
  await browser.close()
}
