import { organisationMade } from '../people/people.ts'
import { installFramework } from './frameworks.ts'

/** Every organisation starts with the starter framework. */
export function listen(): void {
  organisationMade.listen((tx) => installFramework(tx))
}
