-- What an assessor decided on one criterion of a unit, once and for all: a changed mind is a further decision. The words
-- of the criterion, the evidence and the readiness checks are kept as they were then.
create table goldthread.decision (
  org_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  -- 1, 2, 3 of the person: the order in which they were made.
  number integer not null check (number > 0),
  unit_id uuid not null,
  unit_title text not null,
  unit_version integer not null check (unit_version > 0),
  criterion_id uuid not null,
  criterion_code text not null check (criterion_code <> ''),
  criterion_words text not null check (criterion_words <> ''),
  verdict text not null check (verdict in ('award', 'refer', 'not yet')),
  reason text not null check (reason <> ''),
  feedback text not null,
  act_by date,
  checked text[] not null,
  cited jsonb not null,
  checks jsonb not null,
  decided_on date not null,
  decided_by uuid not null,
  decided_by_name text not null,
  decided_at timestamptz not null,
  primary key (org_id, decision_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  check (verdict = 'award' or feedback <> ''),
  check (verdict <> 'award' or cited <> '[]'::jsonb),
  check (decided_by <> person_id)
);
create unique index decision_number on goldthread.decision (org_id, person_id, number);
select goldthread.isolate('goldthread.decision', 'select, insert');
