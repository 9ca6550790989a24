-- How often plans are reviewed: the organisation's own rhythm, and what a leader has set for one person.
create table goldthread.review_cadence_usual (
  org_id uuid not null references goldthread.organisation on delete cascade,
  weeks integer not null check (weeks between 2 and 26),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (org_id)
);
select goldthread.isolate('goldthread.review_cadence_usual');

create table goldthread.review_cadence (
  org_id uuid not null,
  person_id uuid not null,
  weeks integer not null check (weeks between 2 and 26),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.review_cadence');

-- Something that happened to a person's job, role, wish or work, and for which their plan is looked at again.
create table goldthread.review_cause (
  org_id uuid not null,
  cause_id uuid not null,
  person_id uuid not null,
  cause text not null check (cause in ('job role', 'profile changed', 'organisation priority', 'aspiration', 'feedback')),
  -- What it came from: the person's position or aspiration, a role, a priority. A later one of the same takes its place.
  source_id uuid not null,
  words text not null check (words <> ''),
  -- What the role asks that it did not, or asks otherwise: competency, level before, level now.
  levels jsonb not null,
  raised_by uuid,
  raised_on date not null,
  raised_at timestamptz not null,
  -- The review that took it up.
  review_id uuid,
  -- A later cause of the same source took its place.
  replaced_at timestamptz,
  primary key (org_id, cause_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, review_id) references goldthread.review on delete cascade
);
create index review_cause_open on goldthread.review_cause (org_id, person_id) where review_id is null and replaced_at is null;
create index review_cause_review on goldthread.review_cause (org_id, review_id);
select goldthread.isolate('goldthread.review_cause', 'select, insert, update');

-- "Still relevant?", asked of one objective.
create table goldthread.review_question (
  org_id uuid not null,
  question_id uuid not null,
  cause_id uuid not null,
  person_id uuid not null,
  objective_id uuid not null,
  -- About an objective that only the person sees.
  private boolean not null,
  answer text check (answer in ('keep', 'amend', 'close')),
  answered_by uuid,
  answered_on date,
  answered_at timestamptz,
  primary key (org_id, question_id),
  foreign key (org_id, cause_id) references goldthread.review_cause on delete cascade,
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  check ((answer is null) = (answered_on is null))
);
create unique index review_question_once on goldthread.review_question (org_id, cause_id, objective_id);
create index review_question_open on goldthread.review_question (org_id, person_id) where answer is null;
select goldthread.isolate('goldthread.review_question', 'select, insert, update');
