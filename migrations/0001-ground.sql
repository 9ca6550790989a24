-- The ground everything stands on: roles, isolation, history, forms already posted.

create schema if not exists goldthread;

-- Set for the length of a transaction by the code that opens it; without it no row can be seen.
create function goldthread.org() returns uuid language sql stable
  return nullif(current_setting('goldthread.org', true), '')::uuid;

-- Row-level security by organisation, and what the application's role may do. Called once for every table.
create function goldthread.isolate(isolated regclass, allowed text default 'select, insert, update, delete') returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', isolated);
  execute format('create policy own_organisation on %s using (org_id = goldthread.org()) with check (org_id = goldthread.org())', isolated);
  execute format('grant %s on %s to goldthread_app', allowed, isolated);
end $$;

grant usage on schema goldthread to goldthread_app;
grant execute on all functions in schema goldthread to goldthread_app;

create table goldthread.organisation (
  org_id uuid primary key,
  name text not null check (name <> ''),
  kind text not null check (kind in ('team', 'centre', 'me')),
  zone text not null default 'Europe/London',
  demo boolean not null default false,
  made_at timestamptz not null
);
create unique index organisation_name on goldthread.organisation (lower(name));
select goldthread.isolate('goldthread.organisation', 'select, update');

-- Append-only. The chain covers the header and the commitment; the payload can be erased with its salt.
create table goldthread.history_entry (
  org_id uuid not null references goldthread.organisation on delete cascade,
  seq integer not null check (seq > 0),
  at timestamptz,
  day date not null,
  kind text not null,
  actor_id uuid,
  person_id uuid,
  record_id uuid,
  erases integer[] not null default '{}',
  commitment bytea not null,
  hash bytea not null,
  primary key (org_id, seq)
);
create index history_entry_person on goldthread.history_entry (org_id, person_id, seq);
create index history_entry_record on goldthread.history_entry (org_id, record_id, seq);
select goldthread.isolate('goldthread.history_entry', 'select, insert');

create table goldthread.history_payload (
  org_id uuid not null,
  seq integer not null,
  person_id uuid,
  salt bytea not null,
  payload text not null,
  primary key (org_id, seq),
  foreign key (org_id, seq) references goldthread.history_entry on delete cascade
);
create index history_payload_person on goldthread.history_payload (org_id, person_id);
select goldthread.isolate('goldthread.history_payload', 'select, insert, delete');

create table goldthread.history_head (
  org_id uuid primary key references goldthread.organisation on delete cascade,
  seq integer not null,
  hash bytea not null
);
select goldthread.isolate('goldthread.history_head', 'select, insert, update');

-- A form posted twice is done once: the second post is sent where the first one went.
create table goldthread.form_post (
  org_id uuid not null references goldthread.organisation on delete cascade,
  once uuid not null,
  location text,
  at timestamptz not null,
  primary key (org_id, once)
);
select goldthread.isolate('goldthread.form_post');

-- The installation's own: nothing of an organisation.
create table installation.secret (name text primary key, value text not null);
create table installation.address (one boolean primary key default true check (one), at text not null);
