import type { VNode } from 'preact'
import { type Day, plainDay } from '../../../kernel/day.ts'
import { capital } from '../../../kernel/text.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { paths } from '../../paths.ts'
import { KIND_WORDS } from '../rules/kinds.ts'
import type { Stored } from '../store/items.ts'
import { detailsSaid } from './detail-words.tsx'

/** What an item says: its words, the details of its kind, when it happened, and who stands behind it. Its files are a list of their own. */
export function SaidList({ item, today }: { item: Stored; today: Day }): VNode {
  const { detail } = item
  return (
    <>
      <div class="prose any">
        {item.text === '' ? (
          <p class="ink2">The record holds no words.</p>
        ) : (
          item.text.split(/\n{2,}/).map((paragraph, index) => <p key={index}>{paragraph}</p>)
        )}
      </div>
      <div class="mt3">
        <SummaryList
          items={[
            ...(item.kind ? [{ term: 'Kind', value: KIND_WORDS[item.kind].name }] : []),
            ...detailsSaid(item, ['place']),
            ...(detail.cycle ? [{ term: 'In the service cycle', value: detail.cycle }] : []),
            ...(detail.account
              ? [
                  {
                    term: 'Reflective account',
                    value: (
                      <a href={paths.reflection(item.personId, detail.account)}>
                        Read it, where it is shared with you
                      </a>
                    ),
                  },
                ]
              : []),
            { term: 'When it happened', value: item.happenedOn ? plainDay(item.happenedOn) : 'Not said' },
            ...(item.expiresOn ? [{ term: 'Its last day', value: plainDay(item.expiresOn) }] : []),
            ...(detail.endless ? [{ term: 'Its last day', value: 'It does not end' }] : []),
            { term: 'Who stands behind it', value: behindWords(item) },
            {
              term: item.by === 'helpdesk' ? 'Kept by' : 'Added by',
              value: `${capital(item.addedByName)}${item.addedOn === today ? ' today' : ` on ${plainDay(item.addedOn)}`}`,
            },
          ]}
        />
      </div>
    </>
  )
}

/** Who stands behind an item, and whether they declared it their own account. */
function behindWords({ by, standsBehind, addedByName, declaredOn }: Stored): string {
  if (standsBehind) return `${standsBehind.name}, ${standsBehind.relationship} (${standsBehind.as})`
  if (by === 'helpdesk') return 'The helpdesk’s own records'
  const declared = declaredOn ? `, who declared it their own account on ${plainDay(declaredOn)}` : ''
  return `${addedByName}${declared}`
}
