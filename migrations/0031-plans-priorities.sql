-- Which change of a priority somebody saw, so that two who change it at once lose nothing.
alter table goldthread.priority add column version integer not null default 1 check (version > 0);

-- How an objective goes, in the person's own words, as they said it on a day.
create table goldthread.objective_note (
  org_id uuid not null,
  note_id uuid not null,
  objective_id uuid not null,
  day date not null,
  words text not null check (words <> ''),
  primary key (org_id, note_id),
  foreign key (org_id, objective_id) references goldthread.objective on delete cascade
);
create index objective_note_objective on goldthread.objective_note (org_id, objective_id, note_id);
select goldthread.isolate('goldthread.objective_note', 'select, insert');
create index objective_priority on goldthread.objective (org_id, priority_id);
