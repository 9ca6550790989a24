-- Competencies in versions. What a version says is never changed: a new version says it anew.
create table goldthread.framework (
  org_id uuid not null references goldthread.organisation on delete cascade,
  framework_id uuid not null,
  version text not null check (version <> ''),
  title text not null check (title <> ''),
  publisher text not null,
  uri text not null,
  in_force boolean not null,
  primary key (org_id, framework_id, version)
);
create unique index framework_in_force on goldthread.framework (org_id) where in_force;
select goldthread.isolate('goldthread.framework', 'select, insert, update');

-- What stays the same across versions, and what other records refer to.
create table goldthread.competency (
  org_id uuid not null references goldthread.organisation on delete cascade,
  competency_id uuid not null,
  primary key (org_id, competency_id)
);
select goldthread.isolate('goldthread.competency', 'select, insert');

create table goldthread.competency_wording (
  org_id uuid not null,
  framework_id uuid not null,
  version text not null,
  competency_id uuid not null,
  place integer not null check (place > 0),
  code text not null check (code <> ''),
  title text not null check (title <> ''),
  statement text not null,
  kind text not null check (kind in ('knowledge', 'skill', 'behaviour')),
  soft boolean not null,
  legal boolean not null,
  words text[] not null,
  primary key (org_id, framework_id, version, competency_id),
  foreign key (org_id, framework_id, version) references goldthread.framework on delete cascade,
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade
);
create unique index competency_wording_code on goldthread.competency_wording (org_id, framework_id, version, code);
create index competency_wording_competency on goldthread.competency_wording (org_id, competency_id);
select goldthread.isolate('goldthread.competency_wording', 'select, insert');

create table goldthread.competency_level (
  org_id uuid not null,
  framework_id uuid not null,
  version text not null,
  competency_id uuid not null,
  level integer not null check (level between 1 and 5),
  label text not null check (label <> ''),
  anchor text not null check (anchor <> ''),
  primary key (org_id, framework_id, version, competency_id, level),
  foreign key (org_id, framework_id, version, competency_id) references goldthread.competency_wording on delete cascade
);
select goldthread.isolate('goldthread.competency_level', 'select, insert');

-- Links to items of recognised frameworks: code and title alone, with where they were read and whether they were.
create table goldthread.crosswalk (
  org_id uuid not null,
  competency_id uuid not null,
  framework text not null check (framework <> ''),
  code text not null,
  title text not null check (title <> ''),
  place integer not null check (place > 0),
  publisher text not null,
  version text not null,
  address text not null,
  relation text not null,
  source text not null,
  confidence text not null check (confidence in ('seen', 'from memory')),
  primary key (org_id, competency_id, framework, code, title),
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade
);
select goldthread.isolate('goldthread.crosswalk', 'select, insert, delete');
