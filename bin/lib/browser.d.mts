/** The Chromium or Chrome of this machine, or null where there is none. */
export function findBrowser(): string | null
