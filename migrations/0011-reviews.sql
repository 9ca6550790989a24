-- The day on which a person's next review is to be held.
create table goldthread.review_date (
  org_id uuid not null,
  person_id uuid not null,
  day date not null,
  set_by uuid,
  set_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.review_date', 'select, insert, update');

create table goldthread.review (
  org_id uuid not null,
  review_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('open', 'signed by one', 'closed')),
  held_on date not null,
  -- From which day on things count as changed; null for a first review of a person without a plan.
  since_day date,
  -- Counts up with each change that both sign for.
  version integer not null default 1 check (version > 0),
  changed_by uuid,
  changed_at timestamptz not null,
  plan_before integer not null,
  plan_after integer,
  -- The account whose action is asked about.
  asked_about uuid,
  no_changes boolean not null default false,
  reflection_id uuid,
  no_account text not null default '',
  next_on date,
  -- What stood on the page when it was closed: it is shown from here ever after.
  kept jsonb,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (org_id, review_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  check ((state = 'closed') = (closed_at is not null and next_on is not null and plan_after is not null and kept is not null))
);
create unique index review_number on goldthread.review (org_id, person_id, number);
create unique index review_in_progress on goldthread.review (org_id, person_id) where state <> 'closed';
select goldthread.isolate('goldthread.review', 'select, insert, update');

-- "Did it happen?", answered by each of the two for themself.
create table goldthread.review_answer (
  org_id uuid not null,
  review_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('yes', 'partly', 'no')),
  words text not null,
  answered_at timestamptz not null,
  primary key (org_id, review_id, person_id),
  foreign key (org_id, review_id) references goldthread.review on delete cascade
);
select goldthread.isolate('goldthread.review_answer', 'select, insert, update');

create table goldthread.review_progress (
  org_id uuid not null,
  review_id uuid not null,
  objective_id uuid not null,
  place text not null check (place in ('going to plan', 'behind the plan', 'met, with evidence', 'no longer needed')),
  impact text not null,
  -- About an objective that only the person sees.
  private boolean not null,
  version integer not null check (version > 0),
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (org_id, review_id, objective_id),
  foreign key (org_id, review_id) references goldthread.review on delete cascade
);
select goldthread.isolate('goldthread.review_progress', 'select, insert, update');

-- What the plan will say once the review is closed. A change that was taken back is no longer here; the history has it.
create table goldthread.review_change (
  org_id uuid not null,
  review_id uuid not null,
  change_id uuid not null,
  place integer not null check (place > 0),
  objective_id uuid not null,
  ref text not null,
  title text not null,
  what text not null check (what in ('target', 'due', 'wording', 'action', 'close', 'remove')),
  -- What the plan is to hold: a number, a day, words.
  asked jsonb not null,
  before text,
  after text,
  words text not null,
  cause text not null check (cause in ('job role', 'profile changed', 'organisation priority', 'aspiration', 'feedback', 'target met', 'target missed', 'other')),
  reason text not null check (reason <> ''),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, review_id, change_id),
  foreign key (org_id, review_id) references goldthread.review on delete cascade
);
create unique index review_change_once on goldthread.review_change (org_id, review_id, objective_id, what) where what <> 'action';
select goldthread.isolate('goldthread.review_change', 'select, insert, delete');

-- A signature stands for one version of the review. One that a later change voided is kept, with who voided it.
create table goldthread.review_signature (
  org_id uuid not null,
  review_id uuid not null,
  signature_id uuid not null,
  person_id uuid not null,
  name text not null,
  side text not null check (side in ('person', 'leader')),
  review_version integer not null,
  signed_at timestamptz not null,
  voided_at timestamptz,
  voided_by uuid,
  voided_why text,
  primary key (org_id, review_id, signature_id),
  foreign key (org_id, review_id) references goldthread.review on delete cascade
);
create unique index review_signature_once on goldthread.review_signature (org_id, review_id, side) where voided_at is null;
select goldthread.isolate('goldthread.review_signature', 'select, insert, update');

-- Added beside a closed review, never over it.
create table goldthread.review_correction (
  org_id uuid not null,
  review_id uuid not null,
  correction_id uuid not null,
  words text not null check (words <> ''),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, review_id, correction_id),
  foreign key (org_id, review_id) references goldthread.review on delete cascade
);
select goldthread.isolate('goldthread.review_correction', 'select, insert');

-- The database itself refuses to change what a closed review says. (Where the whole organisation is deleted, the
-- review goes first, and its parts follow.)
create function goldthread.keep_closed_review() returns trigger language plpgsql as $$
begin
  if exists (
    select from goldthread.review r
    where r.org_id = old.org_id and r.review_id = old.review_id and r.state = 'closed'
  ) then
    raise exception 'A closed review is never changed.';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger closed_review before update on goldthread.review
  for each row execute function goldthread.keep_closed_review();
create trigger closed_review before update or delete on goldthread.review_answer
  for each row execute function goldthread.keep_closed_review();
create trigger closed_review before update or delete on goldthread.review_progress
  for each row execute function goldthread.keep_closed_review();
create trigger closed_review before update or delete on goldthread.review_change
  for each row execute function goldthread.keep_closed_review();
create trigger closed_review before update or delete on goldthread.review_signature
  for each row execute function goldthread.keep_closed_review();
