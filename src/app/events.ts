import { installFramework } from './frameworks/frameworks.ts'
import { organisationMade } from './people/people.ts'
import { installRoles } from './roles/roles.ts'

let wired = false

/** Connects what happens in one capability with the later ones that react to it, once a process. */
export function wireEvents(): void {
  if (wired) return
  wired = true
  organisationMade.listen((tx) => installFramework(tx))
  organisationMade.listen((tx) => installRoles(tx))
}
