-- Every mail lies here before a mail server is asked to take it, in the transaction of what caused it. What it says is
-- sealed under a key outside the database, and goes once it is sent.
create table goldthread.letter (
  org_id uuid not null references goldthread.organisation on delete cascade,
  letter_id uuid not null,
  -- The same however often it is handed over, so that a reader's mailbox knows it again.
  message_id text not null,
  kind text not null check (kind in ('invitation', 'password', 'testimony', 'feedback', 'notice', 'calendar')),
  -- The record that caused it; of feedback the round alone, which is the same for everybody asked.
  about_id uuid,
  state text not null check (state in ('to send', 'sending', 'sent', 'refused', 'may not have been sent', 'given up')),
  -- Gone once it is sent or given up.
  recipient text,
  subject text not null,
  box bytea,
  -- Leaves no row once it is sent.
  traceless boolean not null default false,
  posted_at timestamptz not null,
  -- The moment before which it is not tried (again).
  next_at timestamptz not null,
  tries integer not null default 0,
  -- Of whoever hands it over now.
  claim uuid,
  claimed_at timestamptz,
  settled_at timestamptz,
  why text check (why in ('unreachable', 'busy', 'refused', 'unanswered', 'stopped', 'restored')),
  primary key (org_id, letter_id),
  check ((state in ('sent', 'given up')) = (box is null)),
  check ((state in ('sent', 'given up')) = (recipient is null))
);
create index letter_open on goldthread.letter (org_id, state, next_at) where state <> 'sent';
create index letter_about on goldthread.letter (org_id, about_id);
select goldthread.isolate('goldthread.letter');

-- When an organisation's people are left in peace.
create table goldthread.notice_hours (
  org_id uuid primary key references goldthread.organisation on delete cascade,
  quiet_from text not null check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
  quiet_to text not null check (quiet_to ~ '^[0-2][0-9]:[0-5][0-9]$'),
  weekends boolean not null
);
select goldthread.isolate('goldthread.notice_hours', 'select, insert, update');

-- What somebody chose; without a row all kinds are on and the organisation's hours hold.
create table goldthread.notice_choice (
  org_id uuid not null,
  person_id uuid not null,
  off text[] not null default '{}',
  quiet_from text check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
  quiet_to text check (quiet_to ~ '^[0-2][0-9]:[0-5][0-9]$'),
  weekends boolean,
  -- 1 Monday to 7 Sunday.
  digest_weekday integer not null default 1 check (digest_weekday between 1 and 7),
  -- The day on which the last digest was due.
  digest_on date,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  check ((quiet_from is null) = (quiet_to is null))
);
select goldthread.isolate('goldthread.notice_choice', 'select, insert, update');

-- What somebody is to be told, until a letter says it.
create table goldthread.notice (
  org_id uuid not null,
  notice_id uuid not null,
  -- Who is told.
  person_id uuid not null,
  kind text not null,
  -- Whom it is about.
  about_id uuid not null,
  record_id uuid,
  day date,
  at timestamptz not null,
  -- The same thing is told once: later rows of this key are not kept.
  once_key text not null,
  told_at timestamptz,
  primary key (org_id, notice_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, about_id) references goldthread.person on delete cascade
);
create unique index notice_once on goldthread.notice (org_id, person_id, once_key);
create index notice_waiting on goldthread.notice (org_id, at) where told_at is null;
select goldthread.isolate('goldthread.notice');

-- The secret address of a person's calendar: its digest alone.
create table goldthread.notice_feed (
  org_id uuid not null,
  person_id uuid not null,
  digest bytea not null,
  made_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
create unique index notice_feed_digest on goldthread.notice_feed (org_id, digest);
select goldthread.isolate('goldthread.notice_feed');

-- An entry of a person's calendar as calendars know it. The sequence only rises; what is cancelled stays, and is said so.
create table goldthread.notice_entry (
  org_id uuid not null,
  entry_id uuid not null,
  -- Whose review, objective, action or round it is.
  person_id uuid not null,
  kind text not null check (kind in ('review', 'objective', 'action', 'feedback')),
  -- What the entry stands for: a record's id, or the number of a review.
  source text not null,
  day date not null,
  sequence integer not null default 0 check (sequence >= 0),
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (org_id, entry_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
create unique index notice_entry_source on goldthread.notice_entry (org_id, person_id, kind, source);
select goldthread.isolate('goldthread.notice_entry', 'select, insert, update');

-- Who was invited to a review, and up to which change they know.
create table goldthread.notice_guest (
  org_id uuid not null,
  entry_id uuid not null,
  person_id uuid not null,
  sequence integer not null,
  cancelled boolean not null default false,
  primary key (org_id, entry_id, person_id),
  foreign key (org_id, entry_id) references goldthread.notice_entry on delete cascade,
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.notice_guest', 'select, insert, update');

-- Whose calendar may have changed, until somebody looks.
create table goldthread.notice_touched (
  org_id uuid not null,
  person_id uuid not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.notice_touched', 'select, insert, delete');

insert into goldthread.notice_touched (org_id, person_id)
select distinct org_id, person_id from goldthread.plan_review where not held;
