import type { VNode } from 'preact'
import { type Day, shortDay } from '../../../kernel/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Reflection } from '../reflections.ts'
import { MODEL_WORDS, MODELS } from '../rules/models.ts'
import { SHARING_WORDS } from './sharing-words.ts'

/** A person's reflective accounts, as far as the reader may see them, and the ways to begin one. */
export function ReflectionsPage(props: {
  personId: string
  own: boolean
  accounts: readonly Reflection[]
  today: Day
}): VNode {
  const { personId, own, accounts, today } = props
  return (
    <Columns split="8-4">
      <div>
        <Section id="accounts" title="Accounts" fact={own ? undefined : 'Those shared with you'}>
          {accounts.length === 0 ? (
            <Empty
              title={own ? 'No account yet' : 'No account is shared with you'}
              belongs="What happened, why it went so, and what comes of it belongs here."
              helps="The step it ends with is asked about at the next review."
              action={
                own ? (
                  <ButtonLink kind="secondary" small href={paths.reflectionNew(personId, 'gibbs')}>
                    Start with Gibbs
                  </ButtonLink>
                ) : undefined
              }
            />
          ) : (
            <Rows
              items={accounts.map((account) => ({
                title: account.about.words || `Account of ${shortDay(account.saidOn, today)}`,
                href: paths.reflection(personId, account.reflectionId),
                meta: `${account.ref}, ${MODEL_WORDS[account.model].name}, ${shortDay(account.saidOn, today)}. ${standingOf(account)}`,
                side:
                  account.sharing === 'me' ? <OnlyYou /> : <Tag>{SHARING_WORDS[account.sharing].tag}</Tag>,
              }))}
            />
          )}
        </Section>
      </div>
      <div>
        {own && (
          <Section id="begin" title="Begin an account">
            <Rows
              items={MODELS.map((model) => ({
                title: MODEL_WORDS[model].name,
                href: paths.reflectionNew(personId, model),
                meta: `${MODEL_WORDS[model].by}. ${MODEL_WORDS[model].use}`,
              }))}
            />
          </Section>
        )}
        <ReflectionGuide />
      </div>
    </Columns>
  )
}

/** "4 of 6 stages done, no impact said yet". */
function standingOf(account: Reflection): string {
  const whole = account.stages.filter((stage) => stage.state === 'done').length
  return `${whole} of ${account.stages.length} stages done, ${account.impact ? 'impact said' : 'no impact said yet'}`
}

export function ReflectionGuide(): VNode {
  return (
    <Guide
      good="Half of it asks why and what now. It ends with one step that somebody could see you take, and later says what that changed at work."
      mistake="All description: a page of what happened and a line of what it means. Nothing follows from it, so the next review has nothing to ask."
      example="“The promise was lost because it was only in my head. From now on each one goes into the team’s diary with a name.” Eight weeks later, under impact: no promise missed, and two colleagues do the same."
    />
  )
}
