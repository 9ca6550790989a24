import { sizeWords } from '../../kernel/text.ts'

/**
 * Files are sent one by one as they are chosen, dropped or pasted, each with its progress, and laid aside until the form
 * is saved. A container `[data-files]` names the address that takes them; `[data-held]` lists them as
 * `[data-held-row]` draws one. What could not be sent stays in the field and goes with the form.
 */

type Held = { name: string; hash: string; size: number; sign: string; note: string }
type Answer = { status: number; body: Partial<Held> & { refused?: string } }

function send(address: string, file: File, moved: (share: number) => void): Promise<Answer | null> {
  return new Promise((resolve) => {
    const body = new FormData()
    body.append('file', file)
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => moved(total > 0 ? loaded / total : 0)
    request.onload = () =>
      resolve(request.response ? { status: request.status, body: request.response } : null)
    request.onerror = request.onabort = () => resolve(null)
    request.send(body)
  })
}

function say(list: Element, words: string): HTMLElement {
  const row = document.createElement('li')
  const line = document.createElement('span')
  line.setAttribute('role', 'status')
  line.textContent = words
  row.append(line)
  list.append(row)
  return row
}

function showHeld(row: HTMLElement, drawing: HTMLTemplateElement, held: Held): void {
  const drawn = drawing.content.cloneNode(true) as DocumentFragment
  const put = (name: string, value: string) => {
    const field = drawn.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    if (field) field.value = value
  }
  put('held-hash', held.hash)
  put('held-name', held.name)
  put('held-sign', held.sign)
  put('held-leave', held.hash)
  for (const part of drawn.querySelectorAll('[data-name]')) part.textContent = held.name
  const size = drawn.querySelector('[data-size]')
  if (size) size.textContent = `, ${sizeWords(held.size)}${held.note && `. ${held.note}`}`
  row.replaceWith(drawn)
}

function enhance(container: HTMLElement): void {
  const { files: address } = container.dataset
  const list = container.querySelector('[data-held]')
  const drawing = container.querySelector<HTMLTemplateElement>('template[data-held-row]')
  const [field] = container.querySelectorAll<HTMLInputElement>('input[type=file]')
  const form = container.closest('form')
  if (!address || !list || !drawing || !field || !form) return
  const going = new Set<Promise<void>>()
  const limit = Number(field.dataset.limit)
  container.querySelector('[data-drop]')?.removeAttribute('hidden')

  const unsent = (file: File) => {
    const all = new DataTransfer()
    for (const one of field.files ?? []) all.items.add(one)
    all.items.add(file)
    field.files = all.files
  }
  const take = async (file: File) => {
    if (file.size > limit * 1_048_576) {
      say(list, `${file.name} has more than ${limit} MB. Attach a smaller copy, or say where it can be seen.`)
      return
    }
    const row = say(list, `Sending ${file.name}`)
    const bar = document.createElement('progress')
    bar.max = 1
    bar.value = 0
    bar.setAttribute('aria-label', `Sending ${file.name}`)
    row.append(bar)
    const answer = await send(address, file, (share) => {
      bar.value = share
      if (share === 1) bar.removeAttribute('value')
    })
    bar.remove()
    const { hash, sign, name, size, note } = answer?.body ?? {}
    const line = row.querySelector('span')
    if (hash && sign && name && size !== undefined) {
      if (list.querySelector(`input[name="held-hash"][value="${hash}"]`)) row.remove()
      else showHeld(row, drawing, { hash, sign, name, size, note: note ?? '' })
    } else if (answer?.body.refused && line) line.textContent = answer.body.refused
    else {
      unsent(file)
      if (line) line.textContent = `${file.name} could not be sent now. It goes with the form when you save.`
    }
  }
  const takeAll = (files: Iterable<File>) => {
    for (const file of files) {
      const one: Promise<void> = take(file).finally(() => going.delete(one))
      going.add(one)
    }
  }

  for (const each of container.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    delete each.dataset.limit
    each.addEventListener('change', () => {
      const chosen = [...(each.files ?? [])]
      each.value = ''
      takeAll(chosen)
    })
  }
  const over = (on: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    container.classList.toggle('is-over', on)
  }
  container.addEventListener('dragover', over(true))
  container.addEventListener('dragleave', over(false))
  container.addEventListener('drop', (event) => {
    over(false)(event)
    takeAll(event.dataTransfer?.files ?? [])
  })
  // What is copied from a document comes as words and as a picture of them: the words are meant.
  form.addEventListener('paste', ({ clipboardData }) => {
    if (clipboardData && !clipboardData.types.includes('text/plain')) takeAll(clipboardData.files)
  })
  form.addEventListener('submit', (event) => {
    if (going.size === 0) return
    event.preventDefault()
    event.stopPropagation()
    const { submitter } = event
    Promise.all(going).then(() => form.requestSubmit(submitter))
  })
}

for (const container of document.querySelectorAll<HTMLElement>('[data-files]')) enhance(container)
