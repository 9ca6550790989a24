import { Scroll } from '../../../ui/table.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { type Cell, cellOf } from '../rules/heat.ts'
import type { Member } from '../team.ts'

/** "−2", "0", "+1". */
const signed = (by: number) => (by < 0 ? `−${-by}` : by > 0 ? `+${by}` : '0')

function HeatCell({ cell }: { cell: Cell }) {
  if (cell.kind === 'not asked')
    return (
      <td>
        <span>–</span>
      </td>
    )
  if (cell.kind === 'not agreed')
    return (
      <td class="gx">
        <span>
          <i>?</i>
        </span>
      </td>
    )
  const look = cell.by > 0 ? 'gp' : `g${Math.min(3, -cell.by)}`
  return (
    <td class={look}>
      <span>{signed(cell.by)}</span>
    </td>
  )
}

/** Agreed less required level, by person and competency, in the order of the list: a gap is information, not blame. */
export function Heatmap({
  members,
  competencies,
}: {
  members: readonly Member[]
  competencies: readonly Competency[]
}) {
  return (
    <>
      <Scroll label="Agreed level less required level">
        <table class="heat">
          <caption class="vh">Agreed level less required level, by person and competency</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              {competencies.map(({ competencyId, title }) => (
                <th key={competencyId} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map(({ person, levels }) => (
              <tr key={person.personId}>
                <th scope="row">
                  <a href={paths.gaps(person.personId)}>{person.name}</a>
                </th>
                {competencies.map(({ competencyId }) => (
                  <HeatCell key={competencyId} cell={cellOf(levels, competencyId)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <ul class="key mt3 s">
        <li>
          <b class="b">−2</b> levels short, stronger is further
        </li>
        <li>
          <b class="b">0</b> level met
        </li>
        <li>
          <b class="b">+1</b> above the level
        </li>
        <li>
          <b class="b">?</b> no level agreed yet
        </li>
        <li>
          <b class="b">–</b> the role does not ask for it
        </li>
      </ul>
    </>
  )
}
