import { longDay, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { ending, possessive, within } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import type { Opened } from '../answering.ts'
import { givenName } from '../mail-words.ts'
import type { Found } from '../typed.ts'
import { CustomerFields } from './customer-fields.tsx'
import { PersonalData } from './personal-data.tsx'
import { WhatHappens } from './what-happens.tsx'
import { WitnessFields } from './witness-fields.tsx'

export type TellProps = {
  opened: Opened
  org: string
  /** Those asked about, as the framework in force words them. */
  competencies: readonly Competency[]
  values: Readonly<Record<string, string>>
  found: readonly Found[]
  refusals: readonly Refusal[]
  action: string
  refusalAction: string
}

/** Where a witness or a customer says what they saw: what happens with it comes before the first question. */
export function TellPage(props: TellProps) {
  const { opened, org, found, refusals, action, refusalAction } = props
  const { request, person, asker } = opened
  const customer = request.kind === 'customer'
  const given = givenName(person.name)
  return (
    <>
      <div class="intro">
        <h1>{headingFor(opened)}</h1>
        <p class="lead mt3">
          {asker.personId === person.personId ? given : asker.name} asks you
          {customer ? '' : ` as ${request.kind === 'witness' ? 'a' : 'an expert'} witness`} about this: “
          {within(request.about)}”{request.happenedOn ? `, ${plainDay(request.happenedOn)}` : ''}.
        </p>
        <p class="mt3">What it is for: {ending(request.purpose)}</p>
        <p class="s ink2 mt3">
          {customer ? 'About a minute' : 'About 5 minutes'}. Open until {longDay(request.endsOn)}.{' '}
          <a href="#cant">I can’t say anything about this</a>
        </p>
      </div>
      <ErrorSummary refusals={refusals} />
      <Columns split="4-8">
        <div class="stick">
          <WhatHappens opened={opened} org={org} />
        </div>
        <div>
          <Form action={action} keep="testimony" wide>
            {customer ? <CustomerFields {...props} /> : <WitnessFields {...props} />}
            <PersonalData found={found} whose={customer ? 'you or somebody else' : 'a customer'} />
            <div>
              <Buttons flush>
                <Button>{customer ? 'Send my words' : 'Sign and send'}</Button>
              </Buttons>
              <p class="xs mut mt3">Once sent, it cannot be changed.</p>
            </div>
          </Form>
          <div class="mt6">
            <Section id="cant" title="I can’t say anything about this">
              <p class="s ink2">
                That is an answer too, and needs no reason. No reminder follows
                {request.email !== null && ', and your e-mail address is forgotten'}.
              </p>
              <div class="mt3 stackv">
                <div>
                  <PostButton action={refusalAction} hidden={{ how: 'cannot say' }} kind="secondary">
                    I cannot say anything about this
                  </PostButton>
                </div>
                <div>
                  <PostButton action={refusalAction} hidden={{ how: 'not for me' }} kind="secondary">
                    This is not for me
                  </PostButton>
                </div>
              </div>
            </Section>
          </div>
        </div>
      </Columns>
    </>
  )
}

/** The page's heading and title. */
export function headingFor({ request, person }: Opened): string {
  return request.kind === 'customer'
    ? `How did ${givenName(person.name)} serve you?`
    : `What did you see of ${possessive(person.name)} work?`
}
