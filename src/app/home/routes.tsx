import { paths } from '../paths.ts'
import { get, goTo } from '../visit.ts'

export const routes = [get(paths.team, 'team.read', () => goTo(paths.people))]
