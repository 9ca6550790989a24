-- The last number given to a person's evidence: E-1, E-2 and so on without a gap.
create table goldthread.evidence_count (
  org_id uuid not null,
  person_id uuid not null,
  last integer not null check (last > 0),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.evidence_count', 'select, insert, update');

-- What shows how somebody works. It holds what is said now; what was said before lies in its revisions.
create table goldthread.evidence (
  org_id uuid not null,
  evidence_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  -- A draft is seen by whoever wrote it alone, and may have no kind yet.
  draft boolean not null,
  kind text check (kind in ('measure', 'compliment', 'complaint', 'observation', 'reflection', 'work product')),
  title text not null check (title <> ''),
  words text not null,
  happened_on date,
  -- The few details that its kind asks for, by their keys.
  detail jsonb not null,
  private boolean not null,
  -- A figure as it stood when it was kept, with where it came from: never changed.
  snapshot jsonb,
  undone_on date,
  file_name text,
  file_hash text,
  file_size integer,
  file_type text,
  added_by uuid not null,
  added_on date not null,
  saved_at timestamptz not null,
  primary key (org_id, evidence_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, added_by) references goldthread.person on delete cascade,
  check (draft or kind is not null),
  check ((kind = 'measure') = (snapshot is not null) or kind is null)
);
create unique index evidence_number on goldthread.evidence (org_id, person_id, number);
create index evidence_added_by on goldthread.evidence (org_id, added_by);
create index evidence_file on goldthread.evidence (org_id, file_hash) where file_hash is not null;
select goldthread.isolate('goldthread.evidence', 'select, insert, update');

-- What an item said before it was changed. Updated only to take a customer's personal data out of it.
create table goldthread.evidence_revision (
  org_id uuid not null,
  evidence_id uuid not null,
  version integer not null check (version > 0),
  kind text,
  title text not null,
  words text not null,
  happened_on date,
  detail jsonb not null,
  private boolean not null,
  saved_at timestamptz not null,
  primary key (org_id, evidence_id, version),
  foreign key (org_id, evidence_id) references goldthread.evidence on delete cascade
);
select goldthread.isolate('goldthread.evidence_revision', 'select, insert, update');

-- Which competency an item bears on, and why. A link that was taken back keeps its row.
create table goldthread.evidence_link (
  org_id uuid not null,
  link_id uuid not null,
  evidence_id uuid not null,
  competency_id uuid not null,
  bearing text not null check (bearing in ('for', 'against')),
  reason text not null,
  made_by uuid not null,
  made_on date not null,
  ended_on date,
  primary key (org_id, link_id),
  foreign key (org_id, evidence_id) references goldthread.evidence on delete cascade,
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade,
  foreign key (org_id, made_by) references goldthread.person on delete cascade
);
create unique index evidence_link_now on goldthread.evidence_link (org_id, evidence_id, competency_id) where ended_on is null;
create index evidence_link_competency on goldthread.evidence_link (org_id, competency_id);
create index evidence_link_made_by on goldthread.evidence_link (org_id, made_by);
select goldthread.isolate('goldthread.evidence_link', 'select, insert, update');

-- The imports that a kept figure rests on. No foreign key to the import: the snapshot outlives it.
create table goldthread.evidence_import (
  org_id uuid not null,
  evidence_id uuid not null,
  batch_id uuid not null,
  primary key (org_id, evidence_id, batch_id),
  foreign key (org_id, evidence_id) references goldthread.evidence on delete cascade
);
create index evidence_import_batch on goldthread.evidence_import (org_id, batch_id);
select goldthread.isolate('goldthread.evidence_import', 'select, insert');
