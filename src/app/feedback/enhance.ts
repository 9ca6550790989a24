import { quotesWords, telltale } from './rules/telltale.ts'
import { isUseful } from './rules/useful.ts'

const PAUSE_MS = 600

const TEXTS = ['keep', 'change']

/**
 * Says, as somebody answers for feedback, what the server would say once before sending: by the same rules, into the
 * same notes, which the page holds hidden. What was shown is sent along (`seen`), so that it is not said twice.
 */
function readAlong(form: HTMLFormElement): void {
  const texts = TEXTS.map((name) => form.elements.namedItem(name)).filter(
    (field) => field instanceof HTMLTextAreaElement,
  )
  const sign = form.elements.namedItem('sign')
  const seen = form.elements.namedItem('seen')
  if (!(seen instanceof HTMLInputElement)) return
  const shown = new Set(seen.value.split('\n'))
  const note = form.querySelector<HTMLElement>('[data-telltale]')
  const place = note?.querySelector<HTMLElement>('[data-quotes]')
  const known: string[] = JSON.parse(place?.dataset.quotes ?? '[]')
  const quotesIn = (text: string) => [...telltale(text), ...known.filter((quote) => text.includes(quote))]
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = () => {
    for (const text of texts) {
      const note = form.querySelector<HTMLElement>(`[data-useless="${text.name}"]`)
      const useless = text.value.trim() !== '' && !isUseful(text.value)
      if (note) note.hidden = !useless
      if (useless) shown.add(text.name)
    }
    const signed = sign instanceof HTMLInputElement && sign.checked
    const found = signed ? [] : [...new Set(texts.flatMap((text) => quotesIn(text.value)))]
    if (note && place) {
      note.hidden = found.length === 0
      const words = quotesWords(found)
      if (found.length > 0 && place.textContent !== words) place.textContent = words
      for (const quote of found) shown.add(quote)
    }
    if (seen.value !== 'all') seen.value = [...shown].filter(Boolean).join('\n')
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(show, PAUSE_MS)
  })
  if (texts.some(({ value }) => value.trim() !== '')) show()
}

/** What is typed is kept as it is typed (`data-keep`); the button says so to whoever wants to leave. */
function offerLater(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-keep-for-later]')
  const line = form.querySelector('[data-kept]')
  if (!place || !line) return
  place.hidden = false
  place.addEventListener('click', () => {
    line.textContent =
      'Kept on this device. Open the same link here before the last day, and go on where you stopped.'
  })
}

const form = document.querySelector<HTMLFormElement>('form[data-keep="answer"]')
if (form) {
  readAlong(form)
  offerLater(form)
}
