import { organisationMade } from '../people/people.ts'
import { installRoles } from './roles.ts'

/** Every organisation starts with the starter roles. Listens after the framework, on which they rest. */
export function listen(): void {
  organisationMade.listen((tx) => installRoles(tx))
}
