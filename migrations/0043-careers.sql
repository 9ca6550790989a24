-- A role outside the organisation that a person reads of, in an advert: what it asks as they confirmed it, with the
-- advert's words, for those who may read it. `asks` holds competency, level, whether essential, and the words that made it so.
create table goldthread.personal_target (
  org_id uuid not null,
  target_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  title text not null check (title <> ''),
  responsibility integer not null check (responsibility between 1 and 6),
  sector text,
  source_title text not null check (source_title <> ''),
  source_address text not null,
  seen_on date not null,
  advert text not null,
  sharing text not null check (sharing in ('me', 'leader', 'assessor')),
  asks jsonb not null,
  revision integer not null check (revision > 0),
  made_on date not null,
  primary key (org_id, target_id),
  unique (org_id, person_id, number),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.personal_target');

-- Where a person wants to go, now with the role, why, by when and the route they chose. What it said before is in the history.
alter table goldthread.aspiration rename to aspiration_before;
alter table goldthread.aspiration_before drop constraint aspiration_pkey;
create table goldthread.aspiration (
  org_id uuid not null,
  person_id uuid not null,
  words text not null check (words <> ''),
  since_day date not null,
  role_id uuid,
  target_id uuid,
  why text not null default '',
  by_day date,
  route_kind text check (route_kind in ('fewest steps', 'smallest largest gap', 'through a specialist role')),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, role_id) references goldthread.role on delete set null (role_id),
  foreign key (org_id, target_id) references goldthread.personal_target on delete set null (target_id),
  check (role_id is null or target_id is null)
);
create index aspiration_role on goldthread.aspiration (org_id, role_id);
create index aspiration_target on goldthread.aspiration (org_id, target_id);
select goldthread.isolate('goldthread.aspiration');
insert into goldthread.aspiration (org_id, person_id, words, since_day)
  select org_id, person_id, words, since_day from goldthread.aspiration_before;
drop table goldthread.aspiration_before;

-- A source that a person looked at, what they learnt, how far they rely on it and why.
create table goldthread.research_note (
  org_id uuid not null,
  note_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('job advert', 'person spoken to', 'occupation page', 'professional body', 'careers service', 'other')),
  title text not null check (title <> ''),
  address text not null,
  seen_on date not null,
  learnt text not null check (learnt <> ''),
  reliance text not null check (reliance in ('a lot', 'with care', 'not alone')),
  reliance_why text not null check (reliance_why <> ''),
  sharing text not null check (sharing in ('me', 'leader', 'assessor')),
  revision integer not null check (revision > 0),
  made_on date not null,
  primary key (org_id, note_id),
  unique (org_id, person_id, number),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.research_note');

-- Two sources set against each other in the person's words, and the evidence that was made of it.
create table goldthread.source_comparison (
  org_id uuid not null,
  comparison_id uuid not null,
  person_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  words text not null check (words <> ''),
  evidence_id uuid,
  made_on date not null,
  primary key (org_id, comparison_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, one_id) references goldthread.research_note on delete cascade,
  foreign key (org_id, other_id) references goldthread.research_note on delete cascade,
  foreign key (org_id, evidence_id) references goldthread.evidence on delete set null (evidence_id),
  check (one_id <> other_id)
);
create index source_comparison_person on goldthread.source_comparison (org_id, person_id);
create index source_comparison_one on goldthread.source_comparison (org_id, one_id);
create index source_comparison_other on goldthread.source_comparison (org_id, other_id);
create index source_comparison_evidence on goldthread.source_comparison (org_id, evidence_id);
select goldthread.isolate('goldthread.source_comparison');

-- Ways to go, beside each other: the roles as they stood then (`options`: role and version, or a personal target), and
-- the person's words on which suits them and why it is more than another job.
create table goldthread.pathway_comparison (
  org_id uuid not null,
  comparison_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  options jsonb not null,
  suits uuid,
  why text not null,
  progression text not null,
  sharing text not null check (sharing in ('me', 'leader', 'assessor')),
  revision integer not null check (revision > 0),
  made_on date not null,
  primary key (org_id, comparison_id),
  unique (org_id, person_id, number),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.pathway_comparison');
