import type { Id } from '../../../kernel/id.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import { MOST_DRAWN } from '../rules/neighbourhood.ts'
import type { PersonalTarget } from '../rules/target.ts'
import { placeWords } from './beside.tsx'

/** Whether roles are too many to choose from a list: then they are searched. */
export const areMany = (roles: readonly unknown[]): boolean => roles.length > MOST_DRAWN

/** The roles to choose from: all where they are few, else those that are chosen already, and the person's adverts. */
export function roleOptions(
  roles: readonly RoleProfile[],
  targets: readonly PersonalTarget[],
  chosen: readonly Id[],
): { value: Id; text: string }[] {
  const listed = areMany(roles) ? roles.filter(({ roleId }) => chosen.includes(roleId)) : roles
  return [
    ...listed.map((role) => ({ value: role.roleId, text: `${role.title} (${placeWords(role)})` })),
    ...targets
      .filter(({ asks }) => asks.length > 0)
      .map(({ targetId, title, source }) => ({
        value: targetId,
        text: `${title} (elsewhere: ${source.title})`,
      })),
  ]
}
