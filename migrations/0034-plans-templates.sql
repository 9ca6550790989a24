-- In which month the organisation's plan years begin; January where nothing is said.
create table goldthread.plan_calendar (
  org_id uuid primary key references goldthread.organisation on delete cascade,
  first_month integer not null check (first_month between 1 and 12)
);
select goldthread.isolate('goldthread.plan_calendar');

-- The end of a person's plan year: what is proposed to become of each objective, and once agreed the version it ended with.
create table goldthread.plan_year (
  org_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  to_day date not null check (to_day > from_day),
  state text not null check (state in ('proposed', 'sent back', 'closed')),
  items jsonb not null,
  question text not null,
  version integer not null check (version > 0),
  proposed_on date not null,
  plan_version integer,
  closed_on date,
  primary key (org_id, person_id, from_day),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, person_id, plan_version) references goldthread.plan_version on delete cascade,
  check ((state = 'closed') = (plan_version is not null)),
  check ((state = 'closed') = (closed_on is not null))
);
create index plan_year_version on goldthread.plan_year (org_id, person_id, plan_version);
select goldthread.isolate('goldthread.plan_year');

-- Objectives to start a plan from, for a role or anybody, and for people who begin together. A person's drafts are
-- copies: what a template says later changes none of them.
create table goldthread.plan_template (
  org_id uuid not null references goldthread.organisation on delete cascade,
  template_id uuid not null,
  name text not null check (name <> ''),
  role_id uuid,
  cohort text not null,
  items jsonb not null,
  version integer not null check (version > 0),
  changed_by uuid not null,
  changed_at timestamptz not null,
  put_away_on date,
  primary key (org_id, template_id),
  foreign key (org_id, role_id) references goldthread.role on delete cascade
);
create index plan_template_role on goldthread.plan_template (org_id, role_id);
select goldthread.isolate('goldthread.plan_template');

-- A template that a leader offers somebody, and one that somebody started from.
create table goldthread.plan_template_offer (
  org_id uuid not null,
  person_id uuid not null,
  template_id uuid not null,
  offered_by uuid,
  offered_by_name text,
  offered_on date,
  taken_on date,
  declined_on date,
  primary key (org_id, person_id, template_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, template_id) references goldthread.plan_template on delete cascade
);
create index plan_template_offer_template on goldthread.plan_template_offer (org_id, template_id);
select goldthread.isolate('goldthread.plan_template_offer');
