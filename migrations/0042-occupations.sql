-- Occupations of recognised classifications (ESCO, O*NET), with what each asks and which lie near it. Read from the
-- organisation's own download or from a starter pack; every version is kept, and the newest is shown. What is the same
-- in two versions has the same identifier in both: it follows from its address.
create table goldthread.occupation_release (
  org_id uuid not null references goldthread.organisation on delete cascade,
  scheme text not null check (scheme in ('esco', 'onet')),
  version text not null check (version <> ''),
  -- Whether this is the version of its classification that pages show.
  shown boolean not null,
  loaded_at timestamptz not null,
  primary key (org_id, scheme, version)
);
select goldthread.isolate('goldthread.occupation_release');

-- ISCO groups, and job zones.
create table goldthread.occupation_group (
  org_id uuid not null,
  scheme text not null,
  version text not null,
  code text not null check (code <> ''),
  title text not null check (title <> ''),
  primary key (org_id, scheme, version, code),
  foreign key (org_id, scheme, version) references goldthread.occupation_release on delete cascade
);
select goldthread.isolate('goldthread.occupation_group');

create table goldthread.occupation (
  org_id uuid not null,
  scheme text not null,
  version text not null,
  occupation_id uuid not null,
  code text not null,
  uri text not null check (uri <> ''),
  title text not null check (title <> ''),
  alternatives text[] not null default '{}',
  -- The code of its ISCO group; '' where it has none.
  group_code text not null default '',
  job_zone integer check (job_zone between 1 and 5),
  -- Only from the organisation's own download.
  description text not null default '',
  primary key (org_id, scheme, version, occupation_id),
  foreign key (org_id, scheme, version) references goldthread.occupation_release on delete cascade
);
create index occupation_id on goldthread.occupation (org_id, occupation_id);
select goldthread.isolate('goldthread.occupation');

-- What occupations ask: ESCO's skills and knowledge, O*NET's rated elements.
create table goldthread.occupation_skill (
  org_id uuid not null,
  scheme text not null,
  version text not null,
  skill_id uuid not null,
  kind text not null check (kind in ('skill', 'knowledge', 'ability', 'work activity', 'work style')),
  -- The element's identifier, or the last part of the address; '' where only the label is known.
  code text not null default '',
  uri text not null default '',
  title text not null check (title <> ''),
  description text not null default '',
  -- [{value, words}]: what a level of the scale looks like, lowest first.
  anchors jsonb not null default '[]',
  -- How many occupations ask for it; counted at the end of each load.
  asked_by integer not null default 0,
  primary key (org_id, scheme, version, skill_id),
  foreign key (org_id, scheme, version) references goldthread.occupation_release on delete cascade
);
select goldthread.isolate('goldthread.occupation_skill');

create table goldthread.occupation_ask (
  org_id uuid not null,
  scheme text not null,
  version text not null,
  occupation_id uuid not null,
  skill_id uuid not null,
  relation text check (relation in ('essential', 'optional')),
  -- O*NET: importance 1 to 5, level 0 to 7.
  importance numeric,
  level numeric,
  primary key (org_id, scheme, version, occupation_id, skill_id),
  foreign key (org_id, scheme, version, occupation_id) references goldthread.occupation on delete cascade,
  foreign key (org_id, scheme, version, skill_id) references goldthread.occupation_skill on delete cascade
);
create index occupation_ask_skill on goldthread.occupation_ask (org_id, scheme, version, skill_id, relation);
select goldthread.isolate('goldthread.occupation_ask');

-- Which occupations the classification itself puts near one, nearest first. The other may be in no table here.
create table goldthread.occupation_near (
  org_id uuid not null,
  scheme text not null,
  version text not null,
  occupation_id uuid not null,
  near_id uuid not null,
  code text not null,
  title text not null check (title <> ''),
  tier text not null,
  place integer not null,
  primary key (org_id, scheme, version, occupation_id, near_id),
  foreign key (org_id, scheme, version, occupation_id) references goldthread.occupation on delete cascade
);
create index occupation_near_other on goldthread.occupation_near (org_id, scheme, version, near_id);
select goldthread.isolate('goldthread.occupation_near');

-- A person's word that a skill and a competency have nothing to do with each other, or that it can wait. What is
-- related is a link of the competency (crosswalk).
create table goldthread.occupation_verdict (
  org_id uuid not null,
  skill_id uuid not null,
  competency_id uuid not null,
  verdict text not null check (verdict in ('not related', 'later')),
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (org_id, skill_id, competency_id),
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade,
  foreign key (org_id, said_by) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.occupation_verdict');

-- A download that somebody handed in, and how far it is.
create table goldthread.occupation_load (
  org_id uuid not null references goldthread.organisation on delete cascade,
  load_id uuid not null,
  scheme text not null check (scheme in ('esco', 'onet')),
  -- As it was asked; null where the names inside say it.
  asked_version text,
  file_name text not null,
  file_size integer not null,
  upload_hash text,
  state text not null check (state in ('waiting', 'loading', 'loaded', 'refused')),
  stage text not null default '',
  done integer not null default 0,
  of integer,
  refusals text[] not null default '{}',
  counts jsonb,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, load_id),
  foreign key (org_id, made_by) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.occupation_load');
