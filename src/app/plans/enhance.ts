import { type Day, dayOf, isDay } from '../../kernel/day.ts'
import { checkGoal, type GoalRecord, renderReading } from '../../kernel/smart.ts'

const PAUSE_MS = 250

/**
 * Lets the SMART hints follow the typing: the same rules and the same markup as the server's. A container
 * `[data-smart]` holds the goal's textarea and `[data-smart-result]`; `data-smart-today` is the server's day,
 * `data-smart-record` what the plan holds as JSON, and fields with `data-smart-field` (baseline, target, unit,
 * due, due-day, due-month, due-year, resources) answer for what is typed beside the goal. Nothing is ever blocked.
 */
function enhance(container: HTMLElement): void {
  const area = container.querySelector('textarea')
  const result = container.querySelector('[data-smart-result]')
  if (!area || !result || container.dataset.smart === 'on') return
  container.dataset.smart = 'on'
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = ''
  const show = () => {
    const html = renderReading(checkGoal(area.value, todayFor(container), recordOf(container)))
    if (html !== shown) result.innerHTML = html
    shown = html
  }
  container.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(show, PAUSE_MS)
  })
  if (area.value.trim() !== '') show()
}

function todayFor(container: HTMLElement): Day {
  const given = container.dataset.smartToday ?? ''
  if (isDay(given)) return given
  const now = new Date()
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '1970-01-01'
}

function typed(container: HTMLElement, name: string): string {
  const field = container.querySelector(`[data-smart-field="${name}"]`)
  return field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
    ? field.value.trim()
    : ''
}

/** A figure as people type it ("1,250", "18 %"); undefined where there is none. */
function figure(text: string): number | undefined {
  const bare = text.replace(/[,\s%£$€]/g, '')
  return bare !== '' && Number.isFinite(Number(bare)) ? Number(bare) : undefined
}

/** The record that the server sent, with what is typed in the fields now; undefined where it sent none. */
function recordOf(container: HTMLElement): GoalRecord | undefined {
  const sent = container.dataset.smartRecord
  if (!sent) return undefined
  const record: GoalRecord = JSON.parse(sent)
  const has = (name: string) => container.querySelector(`[data-smart-field="${name}"]`) !== null
  const due = has('due-day')
    ? dayOf(
        Number(typed(container, 'due-year')),
        Number(typed(container, 'due-month')),
        Number(typed(container, 'due-day')),
      )
    : typed(container, 'due')
  return {
    ...record,
    ...(has('baseline') && { baseline: figure(typed(container, 'baseline')) }),
    ...(has('target') && { target: figure(typed(container, 'target')) }),
    ...(has('unit') && { unit: typed(container, 'unit') }),
    ...((has('due') || has('due-day')) && { due: due !== null && isDay(due) ? due : undefined }),
    ...(has('resources') && { resources: typed(container, 'resources') }),
  }
}

for (const container of document.querySelectorAll<HTMLElement>('[data-smart]')) enhance(container)
