import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Gap } from '../../assessments/assessments.ts'
import { paths } from '../../paths.ts'
import { RESPONSIBILITIES } from '../../roles/roles.ts'
import type { ShortItem } from '../rules/shortest.ts'
import type { TriedOn } from '../trying.ts'
import { Act, type Acting } from './between.tsx'
import { ComesFrom } from './comes-from.tsx'
import { OwnLevels } from './own-levels.tsx'
import { characterWords, kindWords, routeSum, wayWords } from './route-words.ts'

/** What a role would ask of somebody: the shortest list for the next step, then the rest, then what is met. */
export function TryOnPage(props: {
  tried: TriedOn
  name: string
  orgName: string
  acting: Acting
  refusals: readonly Refusal[]
}) {
  const { tried, name, orgName, acting, refusals } = props
  const { role, now, route, going, first, later, gaps, unrated, mine } = tried
  const next = route?.steps[0] ?? null
  const { personId, own, mayRate } = acting
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {mine && (
        <Note title={`${role.title} is the role ${own ? 'you have' : `${name} has`} now.`}>
          <a href={paths.gaps(personId)}>See the gaps against it</a>.
        </Note>
      )}
      {route && next ? (
        <p class="prose mb4">
          {route.steps.length > 1
            ? `${kindWords(route)}: ${wayWords(route)}. ${routeSum(route)}. The next step is ${next.title}. `
            : `One step from ${now.title}. `}
          {characterWords(route)}{' '}
          <a href={paths.career(personId, { role: role.roleId, kind: route.kind })}>See it on the map</a>
        </p>
      ) : (
        !mine && (
          <p class="prose mb4">
            No moves lead here from {now.title}, so that the list below is of this role alone.{' '}
            {characterWords(going)}
          </p>
        )
      )}
      <Section
        id="first"
        title={
          next && route && route.steps.length > 1
            ? `First: what ${next.title} needs`
            : 'First: what it needs of you'
        }
        fact="Essential, heaviest first"
      >
        {first.length > 0 ? (
          <Items items={first} tried={tried} acting={acting} caption="What the next step needs" />
        ) : (
          <Empty
            title="Nothing is short for the next step"
            belongs={
              tried.said.size > 0
                ? `Every essential level that it asks is met, some of them by ${own ? 'your' : 'their'} own word alone.`
                : 'Every essential level that it asks is agreed and met.'
            }
            helps="A closed gap is not a promise of a post: talk with your leader about what comes next."
          />
        )}
      </Section>
      {later.length > 0 && (
        <Section id="later" title="After that" fact="Later steps, and what is helpful">
          <Items
            items={later}
            tried={tried}
            acting={acting}
            caption="What later steps need, and what is helpful"
          />
        </Section>
      )}
      <Section
        id="rating"
        title="Assess yourself against this role"
        fact={`${gaps.size - unrated} of ${gaps.size} rated`}
      >
        {own && role.elsewhere ? (
          <OwnLevels tried={tried} personId={personId} refusals={refusals} />
        ) : (
          <Rating tried={tried} acting={acting} mayRate={mayRate} name={name} />
        )}
      </Section>
      <Section
        id="role"
        title={`What ${role.title} answers for`}
        fact={`Level ${role.responsibility}, ${role.track}`}
      >
        <p class="prose">
          {RESPONSIBILITIES[role.responsibility].name}: {RESPONSIBILITIES[role.responsibility].answersFor}.
        </p>
        {role.entry && <p class="prose mt3">{role.entry}</p>}
      </Section>
      <div class="mt5">
        <ComesFrom roles={[{ term: role.title, role }]} orgName={orgName} whose={own ? 'you' : name} />
      </div>
    </>
  )
}

function Rating(props: { tried: TriedOn; acting: Acting; mayRate: boolean; name: string }) {
  const { tried, acting, mayRate, name } = props
  const { role, unrated, standing } = tried
  const who = acting.own ? 'You have' : `${name} has`
  const state =
    unrated === 0
      ? `Every competency that ${role.title} asks has a rating.`
      : `${who} no rating yet on ${count(unrated, 'competency', 'competencies')} that ${role.title} asks.`
  if (!acting.own || !mayRate) return <p class="prose">{state}</p>
  return (
    <>
      <p class="prose">
        {state}{' '}
        {standing === 'open'
          ? 'An assessment is under way: finish it first, and then begin one against this role.'
          : 'A round against this role is one more assessment: your present role and its levels stay as they are.'}
      </p>
      <div class="mt3 no-print">
        {standing === 'open' ? (
          <a href={paths.assessments(acting.personId)}>Open your assessments</a>
        ) : (
          <PostButton
            action={paths.assessments(acting.personId)}
            hidden={{ role: role.roleId }}
            kind="secondary"
          >
            Assess yourself against {role.title}
          </PostButton>
        )}
      </div>
    </>
  )
}

type Row = { item: ShortItem; gap: Gap; step: { roleId: Id; title: string } }

function Items(props: { items: readonly ShortItem[]; tried: TriedOn; acting: Acting; caption: string }) {
  const { items, tried, acting, caption } = props
  const { gaps, route, role } = tried
  const rows = items.flatMap((item): Row[] => {
    const gap = gaps.get(item.competencyId)
    return gap ? [{ item, gap, step: route?.steps[item.step] ?? role }] : []
  })
  return (
    <Table
      caption={caption}
      hideCaption
      middle
      rows={rows}
      columns={[
        {
          head: 'Competency',
          cell: ({ gap, item }) => (
            <>
              {gap.competency.title} {!item.essential && <Tag>Helpful</Tag>}
            </>
          ),
        },
        ...(new Set(rows.map(({ step }) => step.roleId)).size > 1
          ? [{ head: 'Asked by', cell: ({ step }: Row) => step.title }]
          : []),
        {
          head: acting.own ? 'You' : 'Agreed',
          numeric: true,
          cell: ({ item }) =>
            item.own === null ? (item.agreed ?? '–') : <span class="nw">{item.own} (own word)</span>,
        },
        {
          head: 'Needs',
          numeric: true,
          cell: ({ item }) => (
            <span class="nw">
              {item.required} {item.short === null ? '(not agreed)' : `(${item.short} short)`}
            </span>
          ),
        },
        {
          head: 'Do',
          hideHead: true,
          cell: ({ gap, item, step }) => (
            <div class="no-print">
              <Act gap={gap} roleId={step.roleId} acting={acting} open said={item.own !== null} />
            </div>
          ),
        },
      ]}
    />
  )
}
