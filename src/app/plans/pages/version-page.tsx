import { plainDay } from '../../../kernel/day.ts'
import { Button } from '../../../ui/button.tsx'
import { DiffTable } from '../../../ui/diff.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { changeLines, type ObjectiveDiff } from '../rules/diff.ts'
import { type Objective, standing, stateWords } from '../rules/objective.ts'
import { dueTooEarly, inOrder } from '../rules/order.ts'
import type { PlanVersion } from '../store/plan.ts'
import { ObjectiveRecord, What } from './objective-view.tsx'

export type VersionPageProps = {
  version: PlanVersion
  objectives: readonly Objective[]
  inForce: number
  personId: string
  /** The versions that this one can be compared with, newest first. */
  others: readonly PlanVersion[]
  /** What differs from another version than the one before; null where the version says what changed in it itself. */
  compared: { with: number; diffs: readonly ObjectiveDiff[] } | null
}

/** One version of a plan: what changed in it and why, or what differs from another version, then all it holds. */
export function VersionPage(props: VersionPageProps) {
  const { version, objectives, inForce, personId, compared } = props
  return (
    <>
      {version.version < inForce && (
        <Note title={`Version ${inForce} is in force now.`}>
          <a href={paths.planVersion(personId, inForce)}>Read version {inForce}</a>. This one stays as it was
          agreed.
        </Note>
      )}
      {compared ? (
        <Compared {...props} compared={compared} />
      ) : (
        <Section
          id="changed"
          title={version.version > 1 ? `What changed since version ${version.version - 1}` : 'The first plan'}
        >
          <Changed version={version} />
          <Against {...props} />
        </Section>
      )}
      {[...inOrder(objectives), ...objectives.filter((one) => one.state === 'closed')].map((one) => (
        <Section
          key={one.objectiveId}
          id={one.ref}
          title={one.title}
          fact={`${one.ref}, ${stateWords(one, null)}`}
        >
          <ObjectiveRecord objective={one} early={dueTooEarly(one, objectives)} />
          {standing(one.actions).length > 0 && (
            <div class="mt4">
              <Table
                caption={`Actions of ${one.ref}`}
                rows={standing(one.actions)}
                columns={[
                  { head: 'Action', cell: (action) => <What action={action} /> },
                  { head: 'Owner', cell: (action) => action.owner || 'Nobody yet' },
                  { head: 'By', cell: (action) => (action.by ? plainDay(action.by) : 'No date') },
                  { head: 'State then', cell: (action) => action.state },
                ]}
              />
            </div>
          )}
        </Section>
      ))}
    </>
  )
}

/** What a version says that changed in it, with the cause of each change. */
function Changed({ version: { version, changes } }: { version: PlanVersion }) {
  return (
    <>
      <ul class="prose">
        {changeLines(changes).map(({ objectiveId, ref, words }) => (
          <li key={objectiveId}>
            {ref} {words}.
          </li>
        ))}
      </ul>
      {version > 1 && (
        <More summary="The words that went and came">
          <DiffTable
            caption="What changed, item by item"
            rows={changes.map((change) => ({
              item: change.ref,
              parts: partsOf(change),
              cause: [change.cause, change.reason].filter(Boolean).join(': '),
            }))}
          />
        </More>
      )}
    </>
  )
}

const partsOf = ({ item, before, after }: { item: string; before: string | null; after: string | null }) => [
  { kind: 'same' as const, text: item },
  ...(before ? [{ kind: 'removed' as const, text: before }] : []),
  ...(after ? [{ kind: 'added' as const, text: after }] : []),
]

/** Two versions that need not follow each other. What lies between may have several causes, so none is named. */
function Compared(props: VersionPageProps & { compared: NonNullable<VersionPageProps['compared']> }) {
  const { version, compared } = props
  const { diffs } = compared
  const [earlier = 0, later = 0] = [compared.with, version.version].sort((a, b) => a - b)
  return (
    <Section
      id="changed"
      title={`What differs between version ${earlier} and version ${later}`}
      fact="Each version between them names its causes"
    >
      {diffs.length === 0 ? (
        <p>Nothing differs between them.</p>
      ) : (
        <>
          <ul class="prose">
            {diffs.map(({ objectiveId, ref, differences }) => (
              <li key={objectiveId}>
                {ref} {differences.map(({ words }) => words).join('; ')}.
              </li>
            ))}
          </ul>
          <More summary="The words that went and came">
            <DiffTable
              caption="What differs, item by item"
              rows={diffs.flatMap(({ ref, differences }) =>
                differences.map((one) => ({ item: ref, parts: partsOf(one) })),
              )}
            />
          </More>
        </>
      )}
      <Against {...props} />
    </Section>
  )
}

/** Asks to compare with another version: by an address of its own. */
function Against({ version, personId, others, compared }: VersionPageProps) {
  if (others.every((one) => one.version === version.version - 1)) return null
  return (
    <div class="mt4 no-print">
      <Form
        action={paths.planVersion(personId, version.version)}
        method="get"
        inline
        label="Compare with another version"
      >
        <Select
          name="against"
          label="Compare with"
          value={String(compared?.with ?? version.version - 1)}
          options={others.map((one) => ({
            value: String(one.version),
            text: `Version ${one.version}, ${plainDay(one.agreedOn)}`,
          }))}
        />
        <Button kind="secondary" small>
          Compare
        </Button>
      </Form>
    </div>
  )
}
