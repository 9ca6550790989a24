-- The wording of a qualification unit that an organisation changed. What was shipped is version 1 and stands in no table;
-- a version never changes. The identifiers of outcomes and criteria stay the same across versions.
create table goldthread.unit_wording (
  org_id uuid not null references goldthread.organisation on delete cascade,
  unit_id uuid not null,
  version integer not null check (version > 1),
  title text not null check (title <> ''),
  outcomes jsonb not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (org_id, unit_id, version)
);
select goldthread.isolate('goldthread.unit_wording', 'select, insert');
