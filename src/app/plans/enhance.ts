import { type Day, dayOf, isDay } from '../../kernel/day.ts'
import { checkGoal, type GoalRecord, renderReading, summaryOf } from '../../kernel/smart.ts'

/**
 * Lets the SMART hints follow the typing: the same rules and the same markup as the server's, before the next frame
 * is drawn (a reading takes well under a millisecond). A container `[data-smart]` holds the goal's textarea and
 * `[data-smart-result]`; `data-smart-today` is the server's day, `data-smart-record` what the plan holds as JSON, and
 * fields with `data-smart-field` (measure, baseline, target, unit, due, due-day, due-month, due-year, resources,
 * success) answer for what is typed beside the goal, as do the choices named need, priority and aspiration. A button with `data-smart-fill` puts its figure into the target.
 * Nothing is ever blocked.
 */
function enhance(container: HTMLElement): void {
  const area = container.querySelector('textarea')
  const result = container.querySelector('[data-smart-result]')
  if (!area || !result || container.dataset.smart === 'on') return
  container.dataset.smart = 'on'
  const sum = container.querySelector('[data-smart-sum]')
  let frame = 0
  let shown = ''
  const show = () => {
    frame = 0
    const record = recordOf(container)
    const reading = checkGoal(area.value, todayFor(container), record)
    const html = renderReading(reading)
    if (html !== shown) result.innerHTML = html
    shown = html
    if (sum) sum.textContent = summaryOf(reading)
    for (const part of container.querySelectorAll<HTMLElement>('[data-smart-basis]'))
      part.hidden = otherMeasure(container)
    moveTarget(container, record?.target)
  }
  container.addEventListener('input', () => {
    if (frame === 0) frame = requestAnimationFrame(show)
  })
  container.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-smart-fill]') : null
    const target = field(container, 'target')
    if (!(button instanceof HTMLElement) || !target) return
    event.preventDefault()
    target.value = button.dataset.smartFill ?? ''
    target.dispatchEvent(new Event('input', { bubbles: true }))
  })
  if (area.value.trim() !== '') show()
}

/** The line of the target in the drawing of ranges follows what is typed; it is not drawn anew. */
function moveTarget(container: HTMLElement, target: number | undefined): void {
  for (const drawing of container.querySelectorAll<HTMLElement>('[data-range-min]')) {
    const [min, max] = [Number(drawing.dataset.rangeMin), Number(drawing.dataset.rangeMax)]
    const scale = Number(drawing.dataset.rangeScale)
    const at = target === undefined ? null : (target / scale - min) / (max - min || 1)
    const words = drawing.querySelector('[data-range-words]')
    if (words instanceof HTMLElement && words.dataset.rangeWords !== String(target))
      words.textContent = target === undefined ? 'No target yet.' : 'The bar is the target you typed.'
    for (const line of drawing.querySelectorAll('.req')) {
      if (at === null) {
        line.setAttribute('display', 'none')
        continue
      }
      line.removeAttribute('display')
      const x = `${2 + 96 * Math.min(Math.max(at, 0), 1)}%`
      line.setAttribute('x1', x)
      line.setAttribute('x2', x)
    }
  }
}

function todayFor(container: HTMLElement): Day {
  const given = container.dataset.smartToday ?? ''
  if (isDay(given)) return given
  const now = new Date()
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '1970-01-01'
}

function field(container: HTMLElement, name: string) {
  const found = container.querySelector(`[data-smart-field="${name}"]`)
  return found instanceof HTMLInputElement ||
    found instanceof HTMLTextAreaElement ||
    found instanceof HTMLSelectElement
    ? found
    : null
}

const typed = (container: HTMLElement, name: string) => field(container, name)?.value.trim() ?? ''

/** Whether another measure is chosen than the one whose past the server sent. */
function otherMeasure(container: HTMLElement): boolean {
  const measure = field(container, 'measure')
  if (!(measure instanceof HTMLSelectElement)) return false
  const sent = [...measure.options].find((option) => option.defaultSelected) ?? measure.options[0]
  return measure.value !== sent?.value
}

/** A figure as people type it ("1,250", "18 %"); undefined where there is none. */
function figure(text: string): number | undefined {
  const bare = text.replace(/[,\s%£$€]/g, '')
  return bare !== '' && Number.isFinite(Number(bare)) ? Number(bare) : undefined
}

/** What of the record speaks of its measure alone, and is not known of another until the server is asked. */
const OF_MEASURE = ['measureName', 'unit', 'betterIs', 'history', 'teamMiddle', 'teamHeld'] as const

/** The name that a choice shows, where another is chosen than was sent; null where it is the same, or no such field. */
function chosenAnew(container: HTMLElement, name: string): string | null {
  const select = container.querySelector(`select[name="${name}"]`)
  if (!(select instanceof HTMLSelectElement)) return null
  const sent = [...select.options].find((option) => option.defaultSelected) ?? select.options[0]
  if (select.value === (sent?.value ?? '')) return null
  return select.value === '' ? '' : (select.selectedOptions[0]?.text ?? '')
}

/** The links of R follow their fields: a need chosen anew without what stands behind it, which only the server knows. */
function linkAnew(container: HTMLElement, record: GoalRecord): void {
  const need = chosenAnew(container, 'need')
  if (need !== null) {
    record.linkedNeed = need.replace(/^[A-Z]+-\d+ /, '')
    delete record.competency
    delete record.role
  }
  const priority = chosenAnew(container, 'priority')
  if (priority !== null) record.priority = priority
  const aspiration = container.querySelector('input[name="aspiration"]')
  if (aspiration instanceof HTMLInputElement && aspiration.type === 'checkbox')
    record.aspiration = aspiration.checked
}

/** The record that the server sent, with what is typed in the fields now; undefined where it sent none. */
function recordOf(container: HTMLElement): GoalRecord | undefined {
  const sent = container.dataset.smartRecord
  if (!sent) return undefined
  const record: GoalRecord = JSON.parse(sent)
  if (otherMeasure(container)) for (const key of OF_MEASURE) delete record[key]
  linkAnew(container, record)
  const has = (name: string) => field(container, name) !== null
  const due = has('due-day')
    ? dayOf(
        Number(typed(container, 'due-year')),
        Number(typed(container, 'due-month')),
        Number(typed(container, 'due-day')),
      )
    : typed(container, 'due')
  // What else falls due then was counted around the day that the server was told.
  if ((has('due') || has('due-day')) && (due || undefined) !== record.due) {
    delete record.openObjectivesThen
    delete record.openActionsThen
  }
  return {
    ...record,
    ...(has('baseline') && { baseline: figure(typed(container, 'baseline')) ?? record.baseline }),
    ...(has('target') && { target: figure(typed(container, 'target')) }),
    ...(has('unit') && { unit: typed(container, 'unit') }),
    ...((has('due') || has('due-day')) && { due: due !== null && isDay(due) ? due : undefined }),
    ...(has('resources') && { resources: typed(container, 'resources') }),
    ...(has('success') && { success: typed(container, 'success') }),
  }
}

for (const container of document.querySelectorAll<HTMLElement>('[data-smart]')) enhance(container)
