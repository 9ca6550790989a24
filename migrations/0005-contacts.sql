-- A helpdesk or telephone system whose exports are read, with the mapping that reads them.
create table goldthread.contact_source (
  org_id uuid not null references goldthread.organisation on delete cascade,
  source_id uuid not null,
  name text not null check (name <> ''),
  mapping jsonb not null,
  -- The headings the mapping is for, in one text: a file with the same ones is read without asking.
  headings text not null,
  saved_at timestamptz not null,
  primary key (org_id, source_id)
);
create unique index contact_source_name on goldthread.contact_source (org_id, lower(name));
select goldthread.isolate('goldthread.contact_source');

create table goldthread.import_batch (
  org_id uuid not null references goldthread.organisation on delete cascade,
  batch_id uuid not null,
  source_id uuid,
  file_name text not null,
  file_size integer not null,
  sha256 text not null,
  state text not null check (state in ('put aside', 'uploaded', 'waiting', 'loading', 'loaded', 'refused', 'undone')),
  mapping jsonb,
  -- Contacts written so far, and how many there are to write.
  progress integer not null default 0,
  progress_of integer,
  rows_read integer,
  rows_accepted integer,
  rows_rejected integer,
  rows_duplicate integer,
  contacts integer,
  unanswered integer,
  refusal text,
  made_by uuid,
  made_at timestamptz not null,
  started_at timestamptz,
  loaded_at timestamptz,
  undone_at timestamptz,
  -- The uploaded bytes while they wait, and the rows that were not loaded until they are mended: hashes of kept files.
  upload_hash text,
  rejects_hash text,
  primary key (org_id, batch_id),
  foreign key (org_id, source_id) references goldthread.contact_source on delete cascade
);
create index import_batch_sha256 on goldthread.import_batch (org_id, sha256);
create index import_batch_made on goldthread.import_batch (org_id, made_at desc);
select goldthread.isolate('goldthread.import_batch');

create table goldthread.import_reject (
  org_id uuid not null,
  batch_id uuid not null,
  line integer not null,
  says text not null,
  why text not null,
  primary key (org_id, batch_id, line),
  foreign key (org_id, batch_id) references goldthread.import_batch on delete cascade
);
select goldthread.isolate('goldthread.import_reject');

-- A name in a source, and the person a human matched it to.
create table goldthread.agent (
  org_id uuid not null,
  source_id uuid not null,
  name text not null,
  person_id uuid,
  nobody boolean not null default false,
  matched_at timestamptz,
  primary key (org_id, source_id, name),
  foreign key (org_id, source_id) references goldthread.contact_source on delete cascade,
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
create index agent_person on goldthread.agent (org_id, person_id);
select goldthread.isolate('goldthread.agent');

create table goldthread.contact (
  org_id uuid not null,
  contact_id uuid not null,
  source_id uuid not null,
  batch_id uuid not null,
  external_id text not null,
  row_hash text not null,
  agent_name text,
  customer_key text,
  topic text,
  opened_at timestamptz not null,
  day date not null,
  first_reply_at timestamptz,
  reply_seconds double precision,
  solved_at timestamptz,
  outcome text check (outcome in ('solved', 'unsolved')),
  answered boolean not null,
  -- On five points; a fraction where the source's scale is another.
  rating double precision check (rating between 1 and 5),
  handle_seconds double precision,
  primary key (org_id, contact_id),
  foreign key (org_id, source_id) references goldthread.contact_source on delete cascade,
  foreign key (org_id, batch_id) references goldthread.import_batch on delete cascade
);
create unique index contact_external on goldthread.contact (org_id, source_id, external_id);
create index contact_agent on goldthread.contact (org_id, source_id, agent_name, day);
create index contact_day on goldthread.contact (org_id, day);
create index contact_customer on goldthread.contact (org_id, customer_key, opened_at) where customer_key is not null;
create index contact_batch on goldthread.contact (org_id, batch_id);
select goldthread.isolate('goldthread.contact');

-- What a contact was before a later import changed it, so that the later import can be undone.
create table goldthread.contact_earlier (
  org_id uuid not null,
  batch_id uuid not null,
  contact_id uuid not null,
  was jsonb not null,
  primary key (org_id, batch_id, contact_id),
  foreign key (org_id, batch_id) references goldthread.import_batch on delete cascade,
  foreign key (org_id, contact_id) references goldthread.contact on delete cascade
);
create index contact_earlier_contact on goldthread.contact_earlier (org_id, contact_id);
select goldthread.isolate('goldthread.contact_earlier');
