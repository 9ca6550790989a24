-- The letters that objectives are read by; SMART with A as achievable where an organisation has said nothing.
create table goldthread.letter_set (
  org_id uuid primary key references goldthread.organisation on delete cascade,
  smarter boolean not null,
  a text not null check (a in ('achievable', 'agreed')),
  version integer not null default 1 check (version > 0)
);
select goldthread.isolate('goldthread.letter_set', 'select, insert, update');
