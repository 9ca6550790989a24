import type { VNode } from 'preact'
import { count } from '../../../kernel/text.ts'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import { type Criterion, criteriaOf, type Unit } from '../rules/unit.ts'
import { sizeOf } from '../rules/unit-package.ts'
import { FORMAT_WORDS } from '../rules/words.ts'

/** The units that people can work towards. */
export function UnitsPage({ units }: { units: readonly Unit[] }): VNode {
  return (
    <>
      <Section id="units" title="Units" fact={count(units.length, 'unit')}>
        <Rows
          items={units.map((unit) => ({
            title: unit.title,
            href: paths.unit(unit.unitId),
            meta: `${unit.code ? `${unit.code}. ` : ''}${sizeOf(unit)}. ${count(unit.outcomes.length, 'learning outcome')}, ${count(criteriaOf(unit).length, 'criterion', 'criteria')}.`,
          }))}
        />
      </Section>
      <Guide
        good="The awarding body’s own wording is put in before the first decision, so that learner and assessor read the same words."
        mistake="Taking a summary for the text that is assessed. The words here are ours; the unit belongs to its awarding body."
        example="Criterion 3.4 here asks that the plan is altered where a review or a comment shows that it should be. Your centre’s text may ask for two changes."
      />
    </>
  )
}

/** One unit: its outcomes and criteria as they are worded now. */
export function UnitPage({ unit }: { unit: Unit }): VNode {
  return (
    <>
      {unit.outcomes.map((outcome) => (
        <Section
          key={outcome.outcomeId}
          id={`outcome-${outcome.code}`}
          title={`${outcome.code}. ${outcome.words}`}
          fact={count(outcome.criteria.length, 'criterion', 'criteria')}
        >
          <Table
            caption={`Criteria of outcome ${outcome.code}`}
            hideCaption
            rows={outcome.criteria}
            columns={[
              { head: 'Criterion', width: 15, nowrap: true, cell: ({ code }) => code },
              { head: 'What is asked', cell: (criterion) => <Words criterion={criterion} /> },
            ]}
          />
        </Section>
      ))}
      <p class="s ink2 mt5">
        Facts from: {unit.source}.{' '}
        {unit.wordsFrom
          ? `The words are ${unit.wordsFrom}.`
          : 'Codes, levels and credits are facts; the words are Goldthread’s own, or your organisation’s.'}
      </p>
      <p class="s mt3">
        Use it elsewhere:{' '}
        {(['case', 'moodle-csv', 'csv'] as const).map((format, at) => (
          <span key={format}>
            {at > 0 && ', '}
            <a href={paths.unitExport(unit.unitId, format)}>{FORMAT_WORDS[format]}</a>
          </span>
        ))}
        . The addresses in the CASE file answer nobody yet. They do once the file is{' '}
        <a href={paths.frameworkImport}>kept in the library</a> and made public there.
      </p>
    </>
  )
}

function Words({ criterion: { words, checked } }: { criterion: Criterion }) {
  return (
    <>
      {words} {!checked && <Tag>check against the awarding body’s text</Tag>}
    </>
  )
}
