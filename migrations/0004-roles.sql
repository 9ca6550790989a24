create table goldthread.role (
  org_id uuid not null references goldthread.organisation on delete cascade,
  role_id uuid not null,
  place integer not null check (place > 0),
  primary key (org_id, role_id)
);
select goldthread.isolate('goldthread.role', 'select, insert');

-- What a role asks, in versions. What a version says is never changed: a new version says it anew.
create table goldthread.role_profile (
  org_id uuid not null,
  role_id uuid not null,
  version text not null check (version <> ''),
  title text not null check (title <> ''),
  track text not null check (track <> ''),
  responsibility integer not null check (responsibility between 1 and 5),
  entry text not null,
  jobs text[] not null,
  in_force boolean not null,
  made_at timestamptz not null,
  primary key (org_id, role_id, version),
  foreign key (org_id, role_id) references goldthread.role on delete cascade
);
create unique index role_profile_in_force on goldthread.role_profile (org_id, role_id) where in_force;
select goldthread.isolate('goldthread.role_profile', 'select, insert, update');

create table goldthread.role_requirement (
  org_id uuid not null,
  role_id uuid not null,
  version text not null,
  competency_id uuid not null,
  place integer not null check (place > 0),
  level integer not null check (level between 1 and 5),
  essential boolean not null,
  weight integer not null check (weight between 1 and 5),
  primary key (org_id, role_id, version, competency_id),
  foreign key (org_id, role_id, version) references goldthread.role_profile on delete cascade,
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade
);
create index role_requirement_competency on goldthread.role_requirement (org_id, competency_id);
select goldthread.isolate('goldthread.role_requirement', 'select, insert');

-- Which figure of which measure makes which level, where the organisation has declared it.
create table goldthread.role_band (
  org_id uuid not null,
  role_id uuid not null,
  version text not null,
  competency_id uuid not null,
  measure text not null check (measure <> ''),
  level integer not null check (level between 1 and 5),
  from_value numeric not null,
  primary key (org_id, role_id, version, competency_id, measure, level),
  foreign key (org_id, role_id, version, competency_id) references goldthread.role_requirement on delete cascade
);
select goldthread.isolate('goldthread.role_band', 'select, insert');

-- Where the profile was taken from.
create table goldthread.role_source (
  org_id uuid not null,
  role_id uuid not null,
  version text not null,
  place integer not null check (place > 0),
  title text not null check (title <> ''),
  address text not null,
  primary key (org_id, role_id, version, place),
  foreign key (org_id, role_id, version) references goldthread.role_profile on delete cascade
);
select goldthread.isolate('goldthread.role_source', 'select, insert');
