-- Something counted by hand where no helpdesk counts it: a standard met ("2 of 3 observed calls"), or a count alone.
create table goldthread.tally (
  org_id uuid not null,
  tally_id uuid not null,
  person_id uuid not null,
  name text not null check (name <> ''),
  words text not null check (words <> ''),
  kind text not null check (kind in ('share', 'count')),
  better_is text not null check (better_is in ('higher', 'lower')),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, tally_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
create unique index tally_name on goldthread.tally (org_id, person_id, lower(name));
select goldthread.isolate('goldthread.tally', 'select, insert');

create table goldthread.tally_entry (
  org_id uuid not null,
  entry_id uuid not null,
  tally_id uuid not null,
  day date not null,
  met integer not null check (met >= 0),
  -- Among how many; null where the tally is a count alone.
  out_of integer check (out_of >= met),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (org_id, entry_id),
  foreign key (org_id, tally_id) references goldthread.tally on delete cascade
);
create index tally_entry_day on goldthread.tally_entry (org_id, tally_id, day);
select goldthread.isolate('goldthread.tally_entry', 'select, insert, delete');
