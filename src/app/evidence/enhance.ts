import { count } from '../../kernel/text.ts'
import { findPersonalData, type PersonalData } from './rules/redaction.ts'

const PAUSE_MS = 400

type Field = HTMLInputElement | HTMLTextAreaElement

/** Makes an element with its attributes and what it holds. */
function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...held: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...held)
  return element
}

/** Fields whose first value is the writer's own name: typed by nobody. */
const GIVEN = /^d-(observer|heldBy)$/

const isEmpty = (fields: HTMLFieldSetElement): boolean =>
  [...fields.elements].every((field) => {
    if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type)) return !field.checked
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
      return field.value === '' || GIVEN.test(field.name)
    return true
  })

/** Opens the short form of the kind chosen, and closes those of others in which nothing was typed. */
function showKind(form: HTMLFormElement): void {
  const kind = form.querySelector<HTMLInputElement>('input[name=kind]:checked')?.value ?? ''
  for (const fields of form.querySelectorAll<HTMLFieldSetElement>('[data-kinds]')) {
    const off = !fields.dataset.kinds?.split(',').includes(kind) && isEmpty(fields)
    fields.hidden = off
    fields.disabled = off
  }
  for (const part of form.querySelectorAll<HTMLElement>('[data-open-for]')) {
    const more = part.querySelector('details')
    if (more && part.dataset.openFor === kind) more.open = true
  }
}

/** Each of the customer's details in what was typed, once, in the order of the fields. */
function findIn(form: HTMLFormElement): PersonalData[] {
  const fields = form.querySelectorAll<Field>('textarea, input[type=text], input:not([type])')
  const all = [...fields]
    .filter((field) => !field.matches(':disabled'))
    .flatMap(({ value }) => findPersonalData(value))
  return [...new Map(all.toReversed().map((one) => [one.found, one])).values()].toReversed()
}

/** The box of what was found, as the server shows it: ticked until somebody unticks it. */
function boxOf(found: readonly PersonalData[], unticked: ReadonlySet<string>): HTMLElement {
  const choices = found.map((one, at) => {
    const tick = make('input', {
      type: 'checkbox',
      name: 'redact',
      value: one.found,
      ...(at === 0 && { id: 'f-redact' }),
    })
    tick.checked = !unticked.has(one.found)
    tick.defaultChecked = tick.checked
    return make(
      'label',
      { class: 'choice' },
      tick,
      make(
        'span',
        { class: 'l' },
        make('mark', {}, one.found),
        ' becomes ',
        make('span', { class: 'nw' }, one.becomes),
      ),
      ...(one.kind === 'customer' ? [make('span', { class: 'hint' }, 'May be a name. You decide.')] : []),
    )
  })
  return make(
    'div',
    { class: 'panel panel-s' },
    ...found.map((one) => make('input', { type: 'hidden', name: 'offered', value: one.found })),
    make(
      'fieldset',
      {},
      make('legend', {}, `${count(found.length, 'detail')} could identify the customer`),
      make(
        'p',
        { class: 'hint' },
        'Evidence shows the work, not who rang. Ticked ones are replaced when you save.',
      ),
      make('div', { class: 'choices' }, ...choices),
    ),
  )
}

/** Keeps the box in step with the words, and says aloud where the number of details changes. */
function showPersonal(form: HTMLFormElement, place: HTMLElement, said: HTMLElement): void {
  const found = findIn(form)
  const ticks = [...place.querySelectorAll<HTMLInputElement>('input[name=redact]')]
  if (found.map((one) => one.found).join('\n') === ticks.map((tick) => tick.value).join('\n')) return
  const unticked = new Set(ticks.filter((tick) => !tick.checked).map((tick) => tick.value))
  place.replaceChildren(...(found.length > 0 ? [boxOf(found, unticked)] : []))
  said.textContent = found.length > 0 ? `${count(found.length, 'detail')} could identify the customer.` : ''
}

const wordsOf = (form: HTMLFormElement): FormData => {
  const words = new FormData(form)
  for (const [name, value] of [...words]) if (typeof value !== 'string' || name === 'once') words.delete(name)
  return words
}

const stateOf = (part: HTMLElement, words: FormData): string =>
  [...part.querySelectorAll<Field>('[name]')].map(({ name }) => words.getAll(name)).join('\n')

/**
 * Asks the server what the words suggest, and puts its competencies in place of those shown, unless somebody is
 * there, or typed there meanwhile. Without a connection nothing changes.
 */
async function suggest(form: HTMLFormElement): Promise<void> {
  const part = form.querySelector<HTMLElement>('[data-part=links]')
  if (!part) return
  const words = wordsOf(form)
  const before = stateOf(part, words)
  words.set('do', 'check')
  const answer = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body: words }).catch(
    () => null,
  )
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.querySelector<HTMLElement>('[data-part=links]')
  const busy = part.contains(document.activeElement) || stateOf(part, wordsOf(form)) !== before
  if (!fresh || busy || !part.isConnected) return
  part.replaceWith(fresh)
  showKind(form)
}

/** Lets a form of evidence follow what is typed: its kind's fields, a customer's details, the competencies. */
function enhance(form: HTMLFormElement, place: HTMLElement): void {
  const said = make('p', { class: 'vh', role: 'status' })
  place.before(said)
  let timer: ReturnType<typeof setTimeout> | undefined
  const follow = () => showPersonal(form, place, said)
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'kind') showKind(form)
    clearTimeout(timer)
    timer = setTimeout(follow, PAUSE_MS)
  })
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.name === 'text') suggest(form)
  })
  form.addEventListener('click', () => setTimeout(() => showKind(form)))
  showKind(form)
  follow()
  const text = form.querySelector<HTMLTextAreaElement>('textarea[name=text]')
  if (text?.value === '' && !document.querySelector('.errsum')) text.focus({ preventScroll: true })
}

for (const place of document.querySelectorAll<HTMLElement>('[data-personal]')) {
  const form = place.closest('form')
  if (form) enhance(form, place)
}
