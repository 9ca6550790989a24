/** One reason why something was not done: in plain words, naming the form field it concerns (none: the whole). */
export type Refusal = { field?: string; message: string }

/** What a rule or a door answers: the thing done, or every reason it was not, all at once. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusals: Refusal[] }

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refused(...refusals: Refusal[]): { ok: false; refusals: Refusal[] } {
  return { ok: false, refusals }
}
