import type { VNode } from 'preact'
import { type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { More, Section } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { EndedCase, LinkCase } from '../judging.ts'
import type { Stored } from '../store/items.ts'
import { competencyOptions, ReasonFields, type Suggested } from './form-links.tsx'
import { Judgements, LetterCase, VacsrStrip } from './vacsr.tsx'

export type LinkSectionProps = {
  item: Stored
  readerId: string
  mayAdd: boolean
  mayJudge: boolean
  cases: readonly LinkCase[]
  ended: readonly EndedCase[]
  competencies: readonly Competency[]
  suggested: readonly Suggested[]
  today: Day
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
}

/** Which competencies an item bears on and why, and how each link stands by the five letters. */
export function LinkSection(props: LinkSectionProps): VNode {
  const { cases, ended, mayAdd } = props
  return (
    <Section
      id="links"
      title="Which competencies it bears on"
      fact={cases.length === 0 ? 'none yet' : undefined}
    >
      {cases.map((each) => (
        <OneLink key={each.link.linkId} {...props} each={each} />
      ))}
      {cases.length > 0 && (
        <p class="s ink2 mt3">
          Goldthread looks at words, dates and counts. Whether it is true and enough is for people to judge.
        </p>
      )}
      {ended.length > 0 && <EndedLinks {...props} />}
      {mayAdd && (
        <div class="mt6">
          <LinkForm {...props} />
        </div>
      )}
    </Section>
  )
}

function OneLink(props: LinkSectionProps & { each: LinkCase }): VNode {
  const { item, readerId, mayAdd, mayJudge, each, today } = props
  const { link, title, letters, judgements } = each
  const href = paths.evidenceCase(item.personId, item.evidenceId, link.linkId)
  return (
    <div class="mb5">
      <h3>
        <a href={paths.competency(link.competencyId)}>{title}</a>
      </h3>
      <p class="mb4 any">
        {link.bearing === 'for' ? 'Points for it' : 'Speaks against it'}
        {link.reason ? `: ${link.reason}` : <span class="miss">: nobody has said why yet</span>}
      </p>
      <VacsrStrip letters={letters} judgements={judgements} />
      <More summary={`The whole case for ${title}`}>
        {letters.map((reading) => (
          <LetterCase
            key={reading.letter}
            reading={reading}
            judgements={judgements}
            item={item}
            today={today}
            level={4}
          />
        ))}
      </More>
      <Buttons flush>
        {mayJudge && !item.draft && (
          <ButtonLink kind="secondary" small href={href} about={`how it shows ${title}`}>
            Judge it
          </ButtonLink>
        )}
        {link.madeBy === readerId && mayAdd && (
          <PostButton
            action={`${paths.evidenceLinks(item.personId, item.evidenceId)}/end`}
            hidden={{ competency: link.competencyId }}
            link
            about={`the link to ${title}`}
          >
            Take back
          </PostButton>
        )}
      </Buttons>
    </div>
  )
}

function EndedLinks({ item, ended, today }: LinkSectionProps): VNode {
  return (
    <More summary="Links taken back or said anew, with what was judged of them">
      {ended.map((link) => (
        <div key={link.linkId} class="mb5">
          <h3>{link.title}</h3>
          <p class="s ink2 any">
            {link.reason} Ended on {plainDay(link.endedOn)}.
          </p>
          <Judgements judgements={link.judgements} item={item} today={today} lettered />
        </div>
      ))}
    </More>
  )
}

function LinkForm({ item, competencies, suggested, refusals, values }: LinkSectionProps): VNode {
  const free = suggested.filter(
    ({ competency }) => !item.links.some((link) => link.competencyId === competency.competencyId),
  )
  return (
    <Form action={paths.evidenceLinks(item.personId, item.evidenceId)} keep="link">
      <Select
        name="competency"
        label="Link it to a competency"
        hint={
          free.length > 0
            ? `From its words, perhaps: ${free
                .slice(0, 3)
                .map(({ competency, because }) => `${competency.title} (“${because[0]}”)`)
                .join(', ')}.`
            : undefined
        }
        error={errorFor(refusals, 'competency')}
        width="l"
        value={values.competency}
        options={competencyOptions(competencies)}
      />
      <ReasonFields
        reason={values.reason ?? ''}
        bearing={values.bearing ?? 'for'}
        error={errorFor(refusals, 'reason')}
      />
      <Buttons>
        <Button kind="secondary">Link it</Button>
      </Buttons>
    </Form>
  )
}
