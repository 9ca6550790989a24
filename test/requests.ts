import { ORIGIN, type World } from './world.ts'

/** Requests as they go over the wire: without a session, and without what a browser puts right. */
export const raw = (world: World, path: string, init: RequestInit = {}) =>
  world.site.request(`${ORIGIN}${path}`, { redirect: 'manual', ...init })

/** A form posted from a page of ours, unless the headers say that it comes from elsewhere. */
export const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, ...headers },
  body: new URLSearchParams(fields),
})
