-- After how many days what waits for a person is shown to their leader, and after how many more one step further up.
create table goldthread.stale_step (
  org_id uuid not null references goldthread.organisation on delete cascade,
  leader_days integer not null check (leader_days between 1 and 90),
  line_days integer not null check (line_days between 1 and 90),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (org_id)
);
select goldthread.isolate('goldthread.stale_step', 'select, insert, update');

-- What has waited in a person's plan, from a day on, until it was mended. Nothing that only the person sees is here.
create table goldthread.stale_thing (
  org_id uuid not null,
  thing_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('no review', 'deadline passed', 'action late', 'need without objective', 'objective without action')),
  ref text not null,
  -- The need, objective or action; the person where it is a review.
  record_id uuid not null,
  since_day date not null,
  noticed_on date not null,
  ended_on date,
  primary key (org_id, thing_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
create unique index stale_thing_open on goldthread.stale_thing (org_id, person_id, kind, record_id) where ended_on is null;
select goldthread.isolate('goldthread.stale_thing', 'select, insert, update');

-- To whom it was shown, each once: at step 0 the person, at 1 their leader, at 2 the leader's leader and so on.
create table goldthread.stale_showing (
  org_id uuid not null,
  thing_id uuid not null,
  to_id uuid not null,
  step integer not null check (step >= 0),
  shown_on date not null,
  -- Whether somebody has taken it up to write about it.
  claimed boolean not null default false,
  -- When this reader asked the person's leader about it.
  asked_on date,
  primary key (org_id, thing_id, to_id),
  foreign key (org_id, thing_id) references goldthread.stale_thing on delete cascade,
  foreign key (org_id, to_id) references goldthread.person on delete cascade
);
create index stale_showing_unclaimed on goldthread.stale_showing (org_id) where not claimed;
select goldthread.isolate('goldthread.stale_showing', 'select, insert, update');
