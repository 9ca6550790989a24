/**
 * What is typed into a form marked `data-keep` is kept in this browser until the server has taken it, and put back
 * when the same form opens again with nothing changed on the server since. Signing out throws every draft away.
 */

type Values = Record<string, string | boolean>
/** `base`: what the form held when typing began; `from`: the page on which it was sent, once it was. */
type Draft = { base: string; values: Values; from?: string }
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

/**
 * Whether the server took what was sent: it has led on from the page with the form to another, and that one neither
 * refuses nor asks to sign in. A lost connection leads nowhere, and a form shown again was not led on.
 */
function isTaken(draft: Draft): boolean {
  const [arrival] = performance.getEntriesByType('navigation')
  const ledOn = arrival instanceof PerformanceNavigationTiming && arrival.redirectCount > 0
  return ledOn && document.referrer === draft.from && !document.querySelector('.errsum, input[type=password]')
}

/** Throws away what was taken. Answers the drafts that were sent and not taken. */
function settle(): Set<string> {
  const back = new Set<string>()
  for (const key of draftKeys()) {
    const draft = load(key)
    if (!draft?.from) continue
    if (isTaken(draft)) localStorage.removeItem(key)
    else {
      save(key, { base: draft.base, values: draft.values })
      back.add(key)
    }
  }
  return back
}

const plain = (value: string | boolean | undefined) =>
  (typeof value === 'string' ? value.trim() : value) || ''

/** Whether a form shows all that a draft holds, whatever else it shows. */
const holds = (shown: Values, { values }: Draft): boolean =>
  Object.entries(values).every(([key, value]) => plain(shown[key]) === plain(value))

/** Holds a form back while there is no connection, and sends it when there is one again. */
function awaitConnection(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const line = document.createElement('p')
  line.className = 's ink2'
  line.setAttribute('role', 'status')
  form.querySelector('[data-waiting]')?.remove()
  line.dataset.waiting = ''
  form.prepend(line)
  line.textContent =
    'There is no connection. What you typed is kept in this browser, and is sent when the connection is back.'
  line.scrollIntoView({ block: 'nearest' })
  const send = () => {
    if (line.isConnected) form.requestSubmit(submitter)
    line.remove()
  }
  addEventListener('online', send, { once: true })
}

function keep(key: string, form: HTMLFormElement, back: boolean): void {
  const shown = read(form)
  const drop = () => localStorage.removeItem(key)
  const draft = load(key)
  const same = draft !== null && holds(shown, draft)
  const base = back && same ? draft.base : JSON.stringify(shown)
  if (draft && !same) {
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
  } else if (!back) drop()
  form.addEventListener('input', () => save(key, { base, values: read(form) }))
  form.addEventListener('submit', (event) => {
    if (!navigator.onLine) {
      event.preventDefault()
      awaitConnection(form, event.submitter)
    } else if (load(key)) save(key, { base, values: read(form), from: location.href.replace(/#.*/, '') })
  })
}

/** Starts keeping what is typed into the page's forms. */
export function keepDrafts(): void {
  const who = document.querySelector('.who span')?.textContent ?? ''
  const forms = new Map<string, HTMLFormElement>()
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    forms.set(
      `${PREFIX}${who} ${new URL(form.getAttribute('action') ?? '', location.href).pathname} ${form.dataset.keep}`,
      form,
    )
  }
  const back = settle()
  for (const [key, form] of forms) keep(key, form, back.has(key))
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form instanceof HTMLFormElement && form.action.endsWith('/sign-out')) {
      for (const key of draftKeys()) localStorage.removeItem(key)
    }
  })
}
