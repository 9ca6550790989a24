import { count } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { type ListedPerson, STANDING_WORDS } from '../rules.ts'

/** The addresses made just now, each to be copied and handed over. */
export function LinkList({ links }: { links: { name: string; address: string }[] }) {
  return (
    <div class="form">
      {links.map((link, index) => (
        <TextField
          key={index}
          id={`link-${index}`}
          name="link"
          label={`Link for ${link.name}`}
          value={link.address}
          readonly
        />
      ))}
      <Buttons>
        <ButtonLink href={paths.people}>Back to People</ButtonLink>
      </Buttons>
    </div>
  )
}

const LIST_STATE = { new: 'Will be added', here: 'Here already', refused: 'Left out' }

export function ListPage({ lines, text }: { lines: ListedPerson[]; text: string }) {
  const fresh = lines.filter((line) => line.state === 'new').length
  return (
    <>
      <Table
        caption="Each line as it was read"
        hideCaption
        rows={lines}
        columns={[
          { head: 'Line', cell: (line) => line.line, rowHead: false },
          { head: 'Name', cell: (line) => line.name || '(no name)', rowHead: true },
          { head: 'E-mail', cell: (line) => line.email ?? '–' },
          {
            head: 'Role',
            cell: (line) =>
              line.job ? `${STANDING_WORDS[line.standing]}, job: ${line.job}` : STANDING_WORDS[line.standing],
          },
          { head: 'Team', cell: (line) => line.team ?? '–' },
          { head: 'Leader', cell: (line) => line.leader ?? '–' },
          {
            head: 'What happens',
            cell: (line) =>
              line.state === 'new' ? (
                LIST_STATE.new
              ) : (
                <>
                  <b>{LIST_STATE[line.state]}.</b> {line.why}
                </>
              ),
          },
        ]}
      />
      <Form action={`${paths.people}/list/addition`}>
        <Hidden name="list" value={text} />
        <Buttons>
          {fresh > 0 && <Button>{`Add ${count(fresh, 'person', 'people')} and make links`}</Button>}
          <ButtonLink kind="quiet" href={paths.people}>
            Change the list
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
