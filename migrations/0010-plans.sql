-- What the organisation wants in a period, which objectives can serve.
create table goldthread.priority (
  org_id uuid not null references goldthread.organisation on delete cascade,
  priority_id uuid not null,
  title text not null check (title <> ''),
  owner text not null,
  from_day date not null,
  to_day date,
  measure text check (measure <> ''),
  primary key (org_id, priority_id),
  check (to_day >= from_day)
);
create index priority_from on goldthread.priority (org_id, from_day);
select goldthread.isolate('goldthread.priority');

-- Where a person wants to go, in their own words. What it said before is in the history.
create table goldthread.aspiration (
  org_id uuid not null,
  person_id uuid not null,
  words text not null check (words <> ''),
  since_day date not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.aspiration');

-- An objective as it stands now; what was agreed stands in the versions of the plan. Figures of a share are 0 to 1,
-- of a time in seconds. `basis` is what the person's past figures said when it was saved.
create table goldthread.objective (
  org_id uuid not null,
  objective_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  need_id uuid,
  title text not null check (title <> ''),
  words text not null,
  kind text not null check (kind in ('professional', 'personal')),
  why text not null,
  private boolean not null,
  measure text check (measure <> ''),
  measure_name text,
  unit text check (unit in ('share', 'score', 'seconds', 'count')),
  baseline numeric,
  target numeric,
  due date,
  resources text not null,
  success text not null,
  priority_id uuid,
  serves_aspiration boolean not null,
  basis jsonb,
  state text not null check (state in ('draft', 'proposed', 'questioned', 'agreed', 'closed')),
  unmet_reason text,
  proposed_on date,
  agreed_on date,
  agreed_alone boolean not null default false,
  closed_on date,
  closed_as text check (closed_as in ('met', 'not met', 'no longer needed')),
  cause text,
  cause_reason text,
  version integer not null check (version > 0),
  made_on date not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (org_id, objective_id),
  unique (org_id, person_id, number),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, need_id) references goldthread.need on delete set null (need_id),
  foreign key (org_id, priority_id) references goldthread.priority on delete set null (priority_id),
  check (not private or kind = 'personal')
);
create index objective_need on goldthread.objective (org_id, need_id);
select goldthread.isolate('goldthread.objective');

create table goldthread.action (
  org_id uuid not null,
  action_id uuid not null,
  objective_id uuid not null,
  place integer not null check (place > 0),
  what text not null check (what <> ''),
  owner text not null,
  owner_id uuid,
  by_day date,
  state text not null check (state in ('planned', 'done', 'dropped')),
  done_on date,
  primary key (org_id, action_id),
  foreign key (org_id, objective_id) references goldthread.objective on delete cascade,
  foreign key (org_id, owner_id) references goldthread.person on delete set null (owner_id),
  check ((state = 'done') = (done_on is not null))
);
create index action_objective on goldthread.action (org_id, objective_id, place);
create index action_owner on goldthread.action (org_id, owner_id);
select goldthread.isolate('goldthread.action');

-- What was said about an objective on its way to agreement.
create table goldthread.objective_word (
  org_id uuid not null,
  word_id uuid not null,
  objective_id uuid not null,
  kind text not null check (kind in ('proposal', 'question', 'agreement')),
  by_id uuid not null,
  by_name text not null,
  day date not null,
  words text not null,
  primary key (org_id, word_id),
  foreign key (org_id, objective_id) references goldthread.objective on delete cascade
);
create index objective_word_objective on goldthread.objective_word (org_id, objective_id, word_id);
select goldthread.isolate('goldthread.objective_word', 'select, insert');

-- The plan as it was agreed, once and for all. What is "only you" is never part of it.
create table goldthread.plan_version (
  org_id uuid not null,
  person_id uuid not null,
  version integer not null check (version > 0),
  agreed_on date not null,
  agreed_by uuid not null,
  agreed_by_name text not null,
  alone boolean not null,
  review_id uuid,
  content jsonb not null,
  changes jsonb not null,
  primary key (org_id, person_id, version),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.plan_version', 'select, insert');

-- The days of reviews, as the plan needs to know them.
create table goldthread.plan_review (
  org_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  review_id uuid,
  day date not null,
  held boolean not null,
  primary key (org_id, person_id, number),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.plan_review');
