let wired = false

/** Connects what happens in one capability with the later ones that react to it, once a process. */
export function wireEvents(): void {
  if (wired) return
  wired = true
}
