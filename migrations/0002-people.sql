create table goldthread.team (
  org_id uuid not null references goldthread.organisation on delete cascade,
  team_id uuid not null,
  name text not null check (name <> ''),
  primary key (org_id, team_id)
);
create unique index team_name on goldthread.team (org_id, lower(name));
select goldthread.isolate('goldthread.team');

create table goldthread.person (
  org_id uuid not null references goldthread.organisation on delete cascade,
  person_id uuid not null,
  name text not null check (name <> ''),
  email text,
  standings text[] not null check (standings <> '{}' and standings <@ array['adviser', 'leader', 'assessor', 'quality-assurer', 'administrator']),
  state text not null check (state in ('invited', 'active', 'left')),
  story text,
  made_at timestamptz not null,
  left_on date,
  primary key (org_id, person_id)
);
create unique index person_email on goldthread.person (org_id, lower(email)) where email is not null;
create index person_name on goldthread.person (org_id, lower(name));
select goldthread.isolate('goldthread.person');

-- Where a person stands over time: team, leader, job. The position in force has no last day, or one that is still to come.
create table goldthread.position (
  org_id uuid not null,
  position_id uuid not null,
  person_id uuid not null,
  team_id uuid,
  leader_id uuid,
  job text,
  role_id uuid,
  from_day date not null,
  to_day date check (to_day >= from_day),
  primary key (org_id, position_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, team_id) references goldthread.team on delete cascade,
  foreign key (org_id, leader_id) references goldthread.person on delete cascade
);
create unique index position_current on goldthread.position (org_id, person_id) where to_day is null;
create index position_leader on goldthread.position (org_id, leader_id) where to_day is null;
create index position_team on goldthread.position (org_id, team_id) where to_day is null;
select goldthread.isolate('goldthread.position');

create table goldthread.assignment (
  org_id uuid not null,
  assessor_id uuid not null,
  person_id uuid not null,
  primary key (org_id, assessor_id, person_id),
  foreign key (org_id, assessor_id) references goldthread.person on delete cascade,
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
create index assignment_person on goldthread.assignment (org_id, person_id);
select goldthread.isolate('goldthread.assignment');

-- One-time links to join or to set a new password; only a digest of the secret is kept.
create table goldthread.link (
  org_id uuid not null,
  link_id uuid not null,
  digest bytea not null,
  purpose text not null check (purpose in ('join', 'reset')),
  person_id uuid not null,
  made_by uuid,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  opened_at timestamptz,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (org_id, link_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
create unique index link_digest on goldthread.link (org_id, digest);
create index link_person on goldthread.link (org_id, person_id);
select goldthread.isolate('goldthread.link');
