import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Choices, DateFields, typedDate } from './choices.tsx'
import { ErrorSummary, errorFor } from './error-summary.tsx'
import { EXAMPLES } from './examples.tsx'
import { FileField, TextArea, TextField } from './field.tsx'
import { Form } from './form.tsx'
import { Gallery } from './gallery.tsx'
import { Page, renderPage } from './layout.tsx'
import { Verdict, type VerdictWord } from './tag.tsx'
import { STAGES, Thread } from './thread.tsx'

const gallery = renderPage(
  <Page
    title="Components"
    nav={[
      { href: '/home', text: 'My development' },
      { href: '/plan', text: 'Plan' },
    ]}
    current="/plan"
    user={{ name: 'Amara Okafor', standing: 'Adviser, Northgate', signOutAction: '/sign-out' }}
    demo={{
      name: 'Amara Okafor',
      standing: 'adviser',
      next: { action: '/demo/go-on', text: 'Continue as Ben Hughes', hidden: { as: 'ben' } },
      links: [{ href: '/demo/characters', text: 'Characters' }],
      leaveAction: '/demo/leave',
    }}
    crumbs={[{ href: '/plan', text: 'Plan, version 2' }, { text: 'Components' }]}
    flash="Review 3 is signed."
    hidden={{ token: 't-1' }}
  >
    <Gallery />
  </Page>,
)

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1] ?? '')

for (const group of EXAMPLES) {
  for (const example of group.examples) {
    test(`“${example.name}” keeps to the content policy: no inline style, script or handler`, () => {
      const html = renderToString(example.show)
      assert.notEqual(html, '')
      assert.doesNotMatch(html, /\sstyle=/)
      assert.doesNotMatch(html, /\son[a-z]+=/i)
      assert.doesNotMatch(html, /<script|javascript:/i)
      assert.doesNotMatch(html, /undefined|NaN|\[object/)
    })
  }
}

test('the page of all parts uses no id twice, so that every label, error and link finds its own', () => {
  const ids = all(gallery, /\sid="([^"]+)"/g)
  assert.ok(ids.length > 40)
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  )
})

test('every id that a label, a description or a link names is there', () => {
  const ids = new Set(all(gallery, /\sid="([^"]+)"/g))
  const named = [
    ...all(gallery, /\s(?:for|href)="#?([^"/][^"]*)"/g).filter((id) => !/^(data:|https?:)/.test(id)),
    ...all(gallery, /\saria-(?:describedby|labelledby)="([^"]+)"/g).flatMap((list) => list.split(' ')),
  ]
  assert.ok(named.length > 60)
  assert.deepEqual(
    named.filter((id) => !ids.has(id)),
    [],
  )
})

test('every drawing is named, or hidden because the words stand beside it', () => {
  for (const tag of all(gallery, /(<svg[^>]*>)/g)) {
    if (tag.includes('aria-hidden="true"')) continue
    assert.match(tag, /role="img"/, tag)
    assert.match(tag, /aria-label="[^"]{10,}"|aria-labelledby="[^"]+"/, tag)
  }
})

test('headings go down one level at a time and there is one h1', () => {
  const levels = all(gallery, /<h([1-6])[\s>]/g).map(Number)
  assert.equal(levels.filter((level) => level === 1).length, 1)
  for (const [index, level] of levels.entries())
    assert.ok(level - (levels[index - 1] ?? 0) <= 1, `heading ${index}`)
})

test('what people write is shown as text and never as markup', () => {
  const evil = '<script>alert(1)</script>" onfocus="x'
  const html = renderToString(
    <>
      <TextField name="a" label={evil} value={evil} error={evil} hint={evil} />
      <TextArea name="b" label="B" value={`</textarea>${evil}`} />
      <Thread label={evil} knots={[{ stage: 'Need', state: 'now', text: evil, href: '/x', meta: evil }]} />
    </>,
  )
  assert.doesNotMatch(html, /<script/)
  assert.doesNotMatch(html, /" onfocus="/)
  assert.equal(html.split('</textarea>').length, 2)
})

test('a verdict is one of four words, each with its own shape, and another word is refused by the compiler', () => {
  const words: VerdictWord[] = ['improvement signal', 'concern signal', 'no signal', 'too few points']
  const shown = words.map((word) => renderToString(<Verdict word={word} />))
  assert.deepEqual(
    shown.map((html) => html.replace(/<[^>]+>/g, '')),
    ['Improvement signal', 'Concern signal', 'No signal', 'Too few points'],
  )
  assert.equal(new Set(shown.map((html) => html.replace(/>[^<]+</g, '><'))).size, 4)
  // @ts-expect-error "getting better" is not a verdict
  const other: VNode = <Verdict word="getting better" />
  assert.throws(() => renderToString(other))
})

test('Amara’s refused form says every reason at the top and again at its field, and leads to the first control', () => {
  const refusals = [
    { field: 'due', message: 'Enter a target date after today' },
    { field: 'kind', message: 'Choose personal or professional' },
    { message: 'Ben Hughes changed this plan at 09:41' },
  ]
  const html = renderToString(
    <>
      <ErrorSummary refusals={refusals} />
      <DateFields
        name="due"
        label="Target date"
        error={errorFor(refusals, 'due')}
        value={{ day: '31', month: '2', year: '' }}
      />
      <Choices
        name="kind"
        label="Which?"
        error={errorFor(refusals, 'kind')}
        choices={[
          { value: 'personal', text: 'Personal' },
          { value: 'professional', text: 'Professional' },
        ]}
      />
    </>,
  )
  assert.match(html, /href="#f-due">Enter a target date after today</)
  assert.match(html, /<li>Ben Hughes changed this plan at 09:41</)
  assert.match(html, /<input[^>]*id="f-due" name="due-day" value="31"/)
  assert.match(html, /<input type="radio" name="kind" value="personal" id="f-kind"/)
  assert.equal(html.split('Choose personal or professional').length, 3)
  assert.equal(renderToString(<ErrorSummary refusals={[]} />), '')
})

test('a date field shows a stored day in its three boxes, and nothing where there is none', () => {
  assert.deepEqual(typedDate('2027-01-09'), { day: '9', month: '1', year: '2027' })
  assert.deepEqual(typedDate(null), { day: '', month: '', year: '' })
})

test('Choices ticks what was chosen: one of several, or any number', () => {
  const choices = ['a', 'b', 'c'].map((value) => ({ value, text: value }))
  const one = renderToString(<Choices name="n" label="N" choices={choices} value="b" />)
  assert.deepEqual(all(one, /value="(\w)"[^>]*\schecked/g), ['b'])
  const many = renderToString(<Choices name="n" label="N" choices={choices} value={['a', 'c']} many />)
  assert.deepEqual(all(many, /value="(\w)"[^>]*\schecked/g), ['a', 'c'])
})

test('a form keeps its hidden values and marks whether the browser keeps what is typed', () => {
  const html = renderToString(
    <Form action="/x" keep="objective" hidden={{ version: 3 }} files>
      <FileField name="file" label="File" limitMegabytes={20} />
    </Form>,
  )
  assert.match(html, /method="post" enctype="multipart\/form-data" data-keep="objective" novalidate/)
  assert.match(html, /<input type="hidden" name="version" value="3"\/>/)
  assert.match(html, /data-limit="20"/)
})

test('the page says where it is: title, current page, skip link, main, and a way out by a posted form', () => {
  assert.match(gallery, /^<!doctype html><html lang="en-GB"><head><meta charset="utf-8"/)
  assert.match(gallery, /<title>Components - Goldthread<\/title>/)
  assert.match(gallery, /<a class="skip" href="#main">/)
  assert.match(gallery, /<main id="main"/)
  assert.deepEqual(all(gallery, /<a href="([^"]+)" aria-current="page"/g), ['/plan', '/plan'])
  assert.match(
    gallery,
    /<form class="one" action="\/sign-out" method="post"><input type="hidden" name="token" value="t-1"\/>/,
  )
  assert.match(gallery, /name="as" value="ben"/)
  assert.match(gallery, /role="status"[^>]*>.*Review 3 is signed\./)
})

test('a refused form is in the title; a theme is on the document only where the person chose one', () => {
  const html = renderPage(
    <Page title="Objective" failed theme="dark" signInHref="/sign-in" refreshSeconds={2} />,
  )
  assert.match(html, /<html lang="en-GB" data-theme="dark">/)
  assert.match(html, /<title>Error: Objective - Goldthread<\/title>/)
  assert.match(html, /<noscript><meta http-equiv="refresh" content="2"\/><\/noscript>/)
  assert.doesNotMatch(gallery, /data-theme|http-equiv/)
})

test('a thread has seven knots and says which is now', () => {
  const html = renderToString(
    <Thread
      label="Thread of O-14"
      knots={STAGES.map((stage, index) => ({
        stage,
        state: index < 4 ? 'done' : index === 4 ? 'now' : 'todo',
        text: 'x',
        href: `/${index}`,
      }))}
    />,
  )
  assert.equal(html.split('<li').length - 1, 7)
  assert.deepEqual(all(html, /href="([^"]+)" aria-current="step"/g), ['/4'])
})
