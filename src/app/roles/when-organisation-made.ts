import { organisationMade } from '../people/people.ts'
import { installRoles } from './roles.ts'

/** Every organisation starts with the starter roles, which rest on its framework: that one listens first. */
export function listen(): void {
  organisationMade.listen((tx) => installRoles(tx))
}
