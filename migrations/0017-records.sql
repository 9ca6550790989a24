-- What an uploaded file holds: contacts, or something that a later capability reads.
alter table goldthread.import_batch add column kind text not null default 'contacts' check (kind <> '');

-- A system that keeps compliments, complaints, audits or observations, with the mapping that reads its exports.
create table goldthread.record_source (
  org_id uuid not null references goldthread.organisation on delete cascade,
  source_id uuid not null,
  kind text not null check (kind in ('compliment', 'complaint', 'audit', 'observation')),
  name text not null check (name <> ''),
  mapping jsonb not null,
  saved_at timestamptz not null,
  primary key (org_id, source_id)
);
create unique index record_source_name on goldthread.record_source (org_id, kind, lower(name));
select goldthread.isolate('goldthread.record_source');

-- The source that a loaded file is of.
create table goldthread.record_import (
  org_id uuid not null,
  batch_id uuid not null,
  source_id uuid not null,
  primary key (org_id, batch_id),
  foreign key (org_id, batch_id) references goldthread.import_batch on delete cascade,
  foreign key (org_id, source_id) references goldthread.record_source on delete cascade
);
create index record_import_source on goldthread.record_import (org_id, source_id);
select goldthread.isolate('goldthread.record_import');

-- A name or an address that a source gives a person, and whose it is.
create table goldthread.record_name (
  org_id uuid not null,
  source_id uuid not null,
  name text not null,
  person_id uuid,
  nobody boolean not null default false,
  -- Whether a person said so, and not the very same name or address.
  by_hand boolean not null default false,
  primary key (org_id, source_id, name),
  foreign key (org_id, source_id) references goldthread.record_source on delete cascade,
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
create index record_name_person on goldthread.record_name (org_id, person_id);
select goldthread.isolate('goldthread.record_name');

-- The words by which files name a competency, made comparable, and which one a person says they mean.
create table goldthread.record_competency (
  org_id uuid not null references goldthread.organisation on delete cascade,
  key text not null,
  words text not null check (words <> ''),
  competency_id uuid,
  nothing boolean not null default false,
  primary key (org_id, key),
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade
);
create index record_competency_means on goldthread.record_competency (org_id, competency_id);
select goldthread.isolate('goldthread.record_competency');

-- One reading of a record of a source. A later file that says otherwise adds another reading and supersedes this one.
create table goldthread.record_row (
  org_id uuid not null,
  record_id uuid not null,
  source_id uuid not null,
  batch_id uuid not null,
  kind text not null,
  external_id text not null,
  row_hash text not null,
  -- SHA-256 of what was kept of the row but for its words: the same for a row that says the same.
  said_hash text not null,
  -- Of the words that were kept of it; null where none were.
  text_hash text,
  name text not null,
  happened_on date not null,
  -- The keys of the competencies that the row names.
  competencies text[] not null,
  content jsonb not null,
  -- Null until the name is somebody's.
  person_id uuid,
  evidence_id uuid,
  superseded_by uuid,
  primary key (org_id, record_id),
  foreign key (org_id, source_id) references goldthread.record_source on delete cascade,
  foreign key (org_id, batch_id) references goldthread.import_batch on delete cascade,
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, evidence_id) references goldthread.evidence on delete cascade
);
create unique index record_row_now on goldthread.record_row (org_id, source_id, external_id) where superseded_by is null;
create index record_row_batch on goldthread.record_row (org_id, batch_id);
create index record_row_name on goldthread.record_row (org_id, source_id, name);
create index record_row_person on goldthread.record_row (org_id, person_id, kind, happened_on);
create index record_row_kind on goldthread.record_row (org_id, kind, happened_on);
create index record_row_evidence on goldthread.record_row (org_id, evidence_id);
create index record_row_superseded on goldthread.record_row (org_id, superseded_by) where superseded_by is not null;
select goldthread.isolate('goldthread.record_row');
