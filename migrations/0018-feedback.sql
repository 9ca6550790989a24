create table goldthread.feedback_count (
  org_id uuid not null,
  person_id uuid not null,
  last integer not null check (last > 0),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.feedback_count', 'select, insert, update');

-- A round of 360 feedback about one person. From launch on nothing of it changes but its end and who else may read it.
create table goldthread.feedback_round (
  org_id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'nominated', 'open', 'closed')),
  purpose text not null,
  -- The competencies asked about: their ids until launch, and what is asked in so many words from then on.
  competency_ids uuid[] not null,
  questions jsonb,
  planned_by uuid not null,
  launched_by uuid,
  launched_on date,
  closes_on date,
  shared_with_assessor boolean not null default false,
  -- Under which key raters have their pseudonyms, by a print of it: sets under another key cannot be compared.
  marked_by text,
  primary key (org_id, round_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, planned_by) references goldthread.person on delete cascade,
  foreign key (org_id, launched_by) references goldthread.person on delete cascade,
  check ((state in ('open', 'closed')) = (questions is not null and launched_on is not null and closes_on is not null and marked_by is not null))
);
create unique index feedback_round_number on goldthread.feedback_round (org_id, person_id, number);
-- Two rounds about one person are never open at once.
create unique index feedback_round_open on goldthread.feedback_round (org_id, person_id) where state = 'open';
create index feedback_round_closes on goldthread.feedback_round (org_id, closes_on) where state = 'open';
create index feedback_round_planned_by on goldthread.feedback_round (org_id, planned_by);
create index feedback_round_launched_by on goldthread.feedback_round (org_id, launched_by);
select goldthread.isolate('goldthread.feedback_round');

create table goldthread.feedback_group (
  org_id uuid not null,
  round_id uuid not null,
  group_name text not null check (group_name in ('self', 'leader', 'peers', 'reports', 'customers')),
  mode text not null check (mode in ('anonymous', 'named')),
  threshold integer not null check (threshold between 1 and 10),
  primary key (org_id, round_id, group_name),
  foreign key (org_id, round_id) references goldthread.feedback_round on delete cascade,
  check (mode = 'named' or threshold >= 3),
  check (mode = 'named' or group_name not in ('self', 'leader'))
);
select goldthread.isolate('goldthread.feedback_group');

-- Who is asked. While the round is open, whether they answered, so that an answer counts once and reminders stop; when it
-- closes every row is written anew and says 'ended', so that nothing says any longer who answered. No time, ever.
create table goldthread.feedback_request (
  org_id uuid not null,
  request_id uuid not null,
  round_id uuid not null,
  group_name text not null,
  person_id uuid,
  name text not null check (name <> ''),
  email text,
  state text not null check (state in ('asked', 'answered', 'cannot', 'ended')),
  reminders integer not null default 0 check (reminders between 0 and 2),
  primary key (org_id, request_id),
  foreign key (org_id, round_id, group_name) references goldthread.feedback_group on delete cascade,
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  check (person_id is not null or email is not null)
);
create unique index feedback_request_person on goldthread.feedback_request (org_id, round_id, person_id) where person_id is not null;
create unique index feedback_request_email on goldthread.feedback_request (org_id, round_id, lower(email)) where person_id is null;
create index feedback_request_group on goldthread.feedback_request (org_id, round_id, group_name);
create index feedback_request_of on goldthread.feedback_request (org_id, person_id);
select goldthread.isolate('goldthread.feedback_request');

-- What the leader changed of the nominations, and why: the person sees it.
create table goldthread.feedback_adjustment (
  org_id uuid not null,
  adjustment_id uuid not null,
  round_id uuid not null,
  place integer not null check (place > 0),
  made_by uuid not null,
  what text not null check (what <> ''),
  reason text not null check (reason <> ''),
  made_on date not null,
  primary key (org_id, adjustment_id),
  foreign key (org_id, round_id) references goldthread.feedback_round on delete cascade,
  foreign key (org_id, made_by) references goldthread.person on delete cascade
);
create index feedback_adjustment_round on goldthread.feedback_adjustment (org_id, round_id);
create index feedback_adjustment_made_by on goldthread.feedback_adjustment (org_id, made_by);
select goldthread.isolate('goldthread.feedback_adjustment');

-- Answers of open rounds, each in a box of one length under a key that lies outside the database. Which request a box
-- belongs to is said nowhere. All boxes of a round are opened and deleted in the transaction that closes it.
create table goldthread.feedback_sealed (
  org_id uuid not null,
  sealed_id uuid not null,
  round_id uuid not null,
  box bytea not null,
  primary key (org_id, sealed_id),
  foreign key (org_id, round_id) references goldthread.feedback_round on delete cascade
);
create index feedback_sealed_round on goldthread.feedback_sealed (org_id, round_id);
alter table goldthread.feedback_sealed alter column box set storage external;
select goldthread.isolate('goldthread.feedback_sealed', 'select, insert, delete');

-- What is shown of a closed round, or held back for good: of a group's answers to one question, or of one named answer.
-- A question is a competency's id, or 'keep' or 'change' for the two open ones. Members are pseudonyms under a key that
-- lies outside the database, another for each question, and sorted.
create table goldthread.feedback_reading (
  org_id uuid not null,
  reading_id uuid not null,
  round_id uuid not null,
  group_name text not null,
  question text not null check (question <> ''),
  held text check (held in ('fewer than k', 'shares raters with an earlier round', 'fewer than k wrote')),
  -- How many answered, and what is shown of it (nothing of an open question, whose words stand in feedback_text).
  n integer check (n > 0),
  threshold integer not null,
  shown jsonb,
  members text[],
  request_id uuid,
  primary key (org_id, reading_id),
  foreign key (org_id, round_id, group_name) references goldthread.feedback_group on delete cascade,
  foreign key (org_id, request_id) references goldthread.feedback_request on delete cascade,
  check ((held is null) = (n is not null)),
  check (members is null or (held is null and request_id is null))
);
create index feedback_reading_round on goldthread.feedback_reading (org_id, round_id, group_name);
create index feedback_reading_request on goldthread.feedback_reading (org_id, request_id);
select goldthread.isolate('goldthread.feedback_reading', 'select, insert');

create table goldthread.feedback_text (
  org_id uuid not null,
  text_id uuid not null,
  round_id uuid not null,
  group_name text not null,
  question text not null check (question in ('keep', 'change')),
  words text not null check (words <> ''),
  request_id uuid,
  primary key (org_id, text_id),
  foreign key (org_id, round_id, group_name) references goldthread.feedback_group on delete cascade,
  foreign key (org_id, request_id) references goldthread.feedback_request on delete cascade
);
create index feedback_text_round on goldthread.feedback_text (org_id, round_id, group_name);
create index feedback_text_request on goldthread.feedback_text (org_id, request_id);
select goldthread.isolate('goldthread.feedback_text', 'select, insert');
