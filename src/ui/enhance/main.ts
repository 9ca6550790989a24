import { keepDrafts } from './drafts.ts'

/** A form is posted once, however often its button is pressed; a page that comes back can be posted again. */
function postOnce(): void {
  const busy = new Set<HTMLFormElement>()
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (busy.has(form)) event.preventDefault()
    busy.add(form)
    setTimeout(() => busy.delete(form), 5000)
  })
  addEventListener('pageshow', () => busy.clear())
}

/** The appearance chosen is seen before it is saved. */
function showTheme(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'theme') return
    if (target.value === 'light' || target.value === 'dark')
      document.documentElement.dataset.theme = target.value
    else delete document.documentElement.dataset.theme
  })
}

/** Says beside a file field that the chosen file is too large, before it is sent. */
function sizeFiles(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type=file][data-limit]')) {
    const line = document.createElement('p')
    line.className = 'hint'
    line.setAttribute('role', 'status')
    field.after(line)
    field.addEventListener('change', () => {
      const limit = Number(field.dataset.limit)
      const large = [...(field.files ?? [])].find((file) => file.size > limit * 1_000_000)
      line.textContent = large
        ? `${large.name} is ${Math.ceil(large.size / 1_000_000)} MB. The most is ${limit} MB: choose a smaller file.`
        : ''
    })
  }
}

/** Loads the reading of an objective's words when its field, or a button that fills it, is first reached. */
function readObjectives(): void {
  const load = ({ type, target }: Event) => {
    const reached = type === 'focusin' ? '[data-smart]' : '[data-smart-fill]'
    if (!(target instanceof Element) || !target.closest(reached)) return
    for (const kind of ['focusin', 'pointerover']) document.removeEventListener(kind, load)
    const path = '/assets/smart.js'
    import(path).catch(() => {})
  }
  for (const kind of ['focusin', 'pointerover']) document.addEventListener(kind, load)
}

/** While work goes on, the page's main part is fetched again, and the reader stays where they are. */
function follow(): void {
  const main = document.querySelector<HTMLElement>('main[data-refresh]')
  if (!main) return
  setTimeout(async () => {
    const answer = await fetch(location.href).catch(() => null)
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.querySelector<HTMLElement>('main')
      if (fresh && !fresh.hasAttribute('data-refresh')) return location.reload()
      if (fresh) main.replaceWith(fresh)
    }
    follow()
  }, Number(main.dataset.refresh) * 1000)
}

/** A button that prints; without a script, the page says which keys do. */
function offerPrint(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-print]')) {
    place.hidden = false
    place.addEventListener('click', () => print())
  }
}

/** In a tree that can be put in another order, arrow keys press the buttons of the item that has the focus. */
function moveByKeys(): void {
  const sideways: Record<string, string> = { ArrowRight: 'in', ArrowLeft: 'out' }
  const upright: Record<string, string> = { ArrowUp: 'up', ArrowDown: 'down' }
  document.addEventListener('keydown', (event) => {
    const step =
      event.altKey && !event.ctrlKey && !event.metaKey && (event.shiftKey ? sideways : upright)[event.key]
    const { target } = event
    if (!step || !(target instanceof Element) || !target.closest('[data-steps]')) return
    event.preventDefault()
    const item = target.closest('li')
    const button = [...(item?.querySelectorAll<HTMLButtonElement>(`button[name=${step}]`) ?? [])].find(
      (each) => each.closest('li') === item,
    )
    button?.click()
  })
}

keepDrafts()
postOnce()
moveByKeys()
showTheme()
sizeFiles()
readObjectives()
follow()
offerPrint()
