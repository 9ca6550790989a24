-- Tries at what a link opens, counted in the database so that all processes agree. The subject is a digest: of a link, or
-- of the address that somebody asks from. Rows a day old go when the next try is counted.
create table goldthread.link_try (
  org_id uuid not null references goldthread.organisation on delete cascade,
  subject bytea not null,
  began_at timestamptz not null,
  tries integer not null check (tries > 0),
  primary key (org_id, subject)
);
create index link_try_began on goldthread.link_try (org_id, began_at);
select goldthread.isolate('goldthread.link_try');

-- That somebody without a sign-in was asked what they saw of a person's work. The address is kept until the asking ends.
create table goldthread.testimony_request (
  org_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  asked_by uuid not null,
  kind text not null check (kind in ('witness', 'expert witness', 'customer')),
  name text not null check (name <> ''),
  email text,
  relationship text not null,
  about text not null check (about <> ''),
  happened_on date,
  evidence_id uuid,
  purpose text not null check (purpose <> ''),
  sent text not null check (sent in ('mail', 'hand')),
  asked_on date not null,
  -- The last day on which the link works.
  ends_on date not null check (ends_on > asked_on),
  state text not null check (state in ('waiting', 'answered', 'cannot say', 'not for me', 'revoked')),
  opened_on date,
  closed_on date,
  reminder text check (reminder in ('sent', 'failed')),
  reminded_on date,
  primary key (org_id, request_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, asked_by) references goldthread.person on delete cascade,
  foreign key (org_id, evidence_id) references goldthread.evidence on delete cascade,
  check ((state = 'waiting') = (closed_on is null)),
  check ((reminder is null) = (reminded_on is null)),
  check (state = 'waiting' or email is null)
);
create index testimony_request_person on goldthread.testimony_request (org_id, person_id, asked_on);
create index testimony_request_asked_by on goldthread.testimony_request (org_id, asked_by);
create index testimony_request_evidence on goldthread.testimony_request (org_id, evidence_id);
create index testimony_request_with_email on goldthread.testimony_request (org_id, ends_on) where email is not null;
select goldthread.isolate('goldthread.testimony_request', 'select, insert, update');

create table goldthread.testimony_competency (
  org_id uuid not null,
  request_id uuid not null,
  place integer not null check (place > 0),
  competency_id uuid not null,
  primary key (org_id, request_id, competency_id),
  foreign key (org_id, request_id) references goldthread.testimony_request on delete cascade,
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade
);
create index testimony_competency_of on goldthread.testimony_competency (org_id, competency_id);
select goldthread.isolate('goldthread.testimony_competency', 'select, insert');

-- What opens a request: a digest of the secret in the link, and of the one in the reminder.
create table goldthread.testimony_key (
  org_id uuid not null,
  digest bytea not null,
  request_id uuid not null,
  primary key (org_id, digest),
  foreign key (org_id, request_id) references goldthread.testimony_request on delete cascade
);
create index testimony_key_request on goldthread.testimony_key (org_id, request_id);
select goldthread.isolate('goldthread.testimony_key', 'select, insert');

-- Who answered, as they declared themself, and the evidence that holds their words. Never changed.
create table goldthread.testimony_answer (
  org_id uuid not null,
  request_id uuid not null,
  evidence_id uuid not null,
  counts_as text not null check (counts_as in ('witness', 'expert witness', 'customer')),
  -- Why somebody who was asked as an expert witness counts as a witness.
  why_not text,
  name text not null check (name <> ''),
  work text,
  relationship text not null check (relationship <> ''),
  contact text,
  saw_on date,
  competence text,
  assessing text check (assessing in ('qualification', 'evaluates', 'neither')),
  assessing_words text,
  conflict text,
  signed_as text,
  answered_on date not null,
  primary key (org_id, request_id),
  foreign key (org_id, request_id) references goldthread.testimony_request on delete cascade,
  foreign key (org_id, evidence_id) references goldthread.evidence on delete cascade,
  check (why_not is null or counts_as = 'witness'),
  check (counts_as = 'customer' or (signed_as is not null and contact is not null and work is not null and saw_on is not null))
);
create unique index testimony_answer_evidence on goldthread.testimony_answer (org_id, evidence_id);
select goldthread.isolate('goldthread.testimony_answer', 'select, insert');
