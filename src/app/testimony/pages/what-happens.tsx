import { plainDay } from '../../../kernel/day.ts'
import { possessive } from '../../../kernel/text.ts'
import { CheckLine } from '../../../ui/lists.tsx'
import { Panel } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Opened } from '../answering.ts'
import { givenName } from '../mail-words.ts'

/** What happens with an answer, before anybody has given one: who reads it, that it has a name, how long it is kept. */
export function WhatHappens({ opened: { request, person, asker }, org }: { opened: Opened; org: string }) {
  const customer = request.kind === 'customer'
  const given = givenName(person.name)
  return (
    <Panel id="what-happens" title="What happens with your answer">
      <ul class="check">
        {customer ? (
          <CheckLine>
            Your words stand in {possessive(person.name)} records at {org}. Your name does not, unless you
            allow your first name
          </CheckLine>
        ) : (
          <CheckLine>
            It becomes evidence in {possessive(person.name)} records at {org}, <b class="b">with your name</b>
            , your work and how you know each other
          </CheckLine>
        )}
        <CheckLine>
          {given} reads it, and so do the team leader, the assessor and the quality assurer
        </CheckLine>
        {!customer && (
          <CheckLine>
            How to reach you is shown to those three alone, so that they can check. Not to {given}
          </CheckLine>
        )}
        <CheckLine>It is kept as long as those records are. Nobody can change a word of it</CheckLine>
        <CheckLine>
          The link works once, until {plainDay(request.endsOn)}
          {request.sent === 'mail' && '. Then your e-mail address is forgotten'}
        </CheckLine>
      </ul>
      <h3 class="mt4">What it is not</h3>
      <ul class="check mt2">
        <CheckLine no>
          {customer
            ? `Not anonymous to ${asker.name}, who asked you and knows whom`
            : 'Not anonymous: say only what you would say to their face'}
        </CheckLine>
        <CheckLine no>
          You can’t take it back yourself once it is sent. Ask {asker.name} if something is wrong
        </CheckLine>
      </ul>
      <p class="s mt4">
        <a href={paths.kept}>What is kept here, and for how long</a>
      </p>
    </Panel>
  )
}
