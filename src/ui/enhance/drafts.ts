/**
 * What is typed into a form marked `data-keep` is kept in this browser until it has been posted, and put back when
 * the same form opens again with nothing changed on the server since. Signing out throws every draft away.
 */

type Values = Record<string, string | boolean>
type Draft = { base: string; values: Values; sent: boolean }
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const PREFIX = 'goldthread draft '

const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')

function controlsOf(form: HTMLFormElement): [string, Control][] {
  const seen: Record<string, number> = {}
  const kept: [string, Control][] = []
  for (const control of form.elements) {
    const known =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    if (!known || !control.name || /^(hidden|password|file|submit)$/.test(control.type)) continue
    const at = seen[control.name] ?? 0
    seen[control.name] = at + 1
    kept.push([`${control.name} ${at}`, control])
  }
  return kept
}

const read = (form: HTMLFormElement): Values =>
  Object.fromEntries(
    controlsOf(form).map(([key, control]) => [key, isTick(control) ? control.checked : control.value]),
  )

function write(form: HTMLFormElement, values: Values): void {
  for (const [key, control] of controlsOf(form)) {
    const value = values[key]
    if (isTick(control)) {
      if (typeof value === 'boolean') control.checked = value
    } else if (typeof value === 'string') control.value = value
  }
}

function load(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function save(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // A full or closed storage keeps nothing: the form works as it does without JavaScript.
  }
}

const draftKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))

function offer(form: HTMLFormElement, words: string, button: string, act: () => void): void {
  const line = document.createElement('p')
  line.className = 's ink2'
  line.setAttribute('role', 'status')
  line.textContent = `${words} `
  const press = document.createElement('button')
  press.type = 'button'
  press.className = 'link'
  press.textContent = button
  press.addEventListener('click', () => {
    act()
    line.remove()
  })
  line.append(press)
  form.prepend(line)
}

function settle(forms: Map<string, HTMLFormElement>): void {
  const signIn = document.querySelector('input[type=password]') !== null
  const refused = document.querySelector('.errsum') !== null
  for (const key of draftKeys()) {
    const draft = load(key)
    if (!draft?.sent) continue
    if (signIn || (refused && forms.has(key))) save(key, { ...draft, sent: false })
    else localStorage.removeItem(key)
  }
}

function keep(key: string, form: HTMLFormElement): void {
  const shown = read(form)
  const base = JSON.stringify(shown)
  const draft = load(key)
  const drop = () => localStorage.removeItem(key)
  if (draft && JSON.stringify(draft.values) !== base) {
    if (draft.base === base) {
      write(form, draft.values)
      offer(form, 'What you typed here before has been kept.', 'Throw it away', () => {
        write(form, shown)
        drop()
      })
    } else {
      offer(form, 'You typed something here before, and it was not saved.', 'Put it back', () =>
        write(form, draft.values),
      )
    }
  } else if (draft) drop()
  form.addEventListener('input', () => save(key, { base, values: read(form), sent: false }))
  form.addEventListener('submit', () => {
    if (load(key)) save(key, { base, values: read(form), sent: true })
  })
}

/** Starts keeping what is typed into the page's forms. */
export function keepDrafts(): void {
  const who = document.querySelector('.who span')?.textContent ?? ''
  const forms = new Map<string, HTMLFormElement>()
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    forms.set(`${PREFIX}${who} ${location.pathname} ${form.dataset.keep}`, form)
  }
  settle(forms)
  for (const [key, form] of forms) keep(key, form)
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form instanceof HTMLFormElement && form.action.endsWith('/sign-out')) {
      for (const key of draftKeys()) localStorage.removeItem(key)
    }
  })
}
