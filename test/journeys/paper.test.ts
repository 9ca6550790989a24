import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { DateFields } from '../../src/ui/choices.tsx'
import { TextField } from '../../src/ui/field.tsx'
import { Form, PostButton } from '../../src/ui/form.tsx'
import { More } from '../../src/ui/section.tsx'
import { launchBrowser } from '../browser.ts'

const STYLES = new URL('../../src/ui/styles/', import.meta.url)

test('paper shows nothing to press: no button that looks like a link, no form that is folded away, no empty date', async () => {
  const css = readdirSync(STYLES)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(new URL(name, STYLES), 'utf8'))
    .join('\n')
  const body = renderToString(
    h('main', null, [
      h(PostButton, { action: '/done', link: true, children: 'Mark as done' }),
      h(More, {
        summary: 'The plan on another day',
        open: true,
        children: [
          h(Form, { action: '/plan', children: h(TextField, { name: 'why', label: 'Why it stays' }) }),
          h('p', null, 'What was agreed'),
        ],
      }),
      h(Form, {
        action: '/save',
        children: [
          h(DateFields, { name: 'empty', label: 'No day yet' }),
          h(DateFields, { name: 'due', label: 'Due', value: '2027-01-29' }),
        ],
      }),
    ]),
  )
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent(`<style>${css}</style>${body}`)
    const shown = async () => {
      const all = ['Mark as done', 'Why it stays', 'No day yet', 'What was agreed', 'Due']
      const seen = await Promise.all(all.map((text) => page.getByText(text, { exact: true }).isVisible()))
      return all.filter((_, at) => seen[at])
    }
    assert.equal((await shown()).length, 5)
    await page.emulateMedia({ media: 'print' })
    assert.deepEqual(await shown(), ['What was agreed', 'Due'])
  } finally {
    await browser.close()
  }
})
