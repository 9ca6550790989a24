-- A round of assessment: which version of which role it is held against stays what it was when the round began.
create table goldthread.assessment_round (
  org_id uuid not null,
  person_id uuid not null,
  round integer not null check (round > 0),
  role_id uuid not null,
  role_version text not null,
  began_on date not null,
  primary key (org_id, person_id, round),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, role_id, role_version) references goldthread.role_profile on delete cascade
);
create index assessment_round_role on goldthread.assessment_round (org_id, role_id, role_version);
select goldthread.isolate('goldthread.assessment_round', 'select, insert');

-- One side's pass of a round; the level agreed is a third one. Locked from the day it is in.
create table goldthread.assessment (
  org_id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  round integer not null,
  pass text not null check (pass in ('self', 'leader', 'agreed')),
  by_id uuid not null,
  in_on date,
  primary key (org_id, assessment_id),
  foreign key (org_id, person_id, round) references goldthread.assessment_round on delete cascade,
  foreign key (org_id, by_id) references goldthread.person on delete cascade
);
create unique index assessment_pass on goldthread.assessment (org_id, person_id, round, pass);
create index assessment_by on goldthread.assessment (org_id, by_id);
select goldthread.isolate('goldthread.assessment', 'select, insert, update');

create table goldthread.assessment_rating (
  org_id uuid not null,
  assessment_id uuid not null,
  competency_id uuid not null,
  level integer check (level between 1 and 5),
  no_example boolean not null,
  example_when text not null,
  example_who text not null,
  example_did text not null,
  example_followed text not null,
  changed text not null,
  note text not null,
  evidence_ids uuid[] not null,
  primary key (org_id, assessment_id, competency_id),
  foreign key (org_id, assessment_id) references goldthread.assessment on delete cascade,
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade
);
create index assessment_rating_competency on goldthread.assessment_rating (org_id, competency_id);
select goldthread.isolate('goldthread.assessment_rating', 'select, insert, update');

-- What is in is never changed, whoever asks.
create function goldthread.refuse_change_of_pass_in() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'assessment' then
    if old.in_on is not null then raise exception 'This pass is in and cannot be changed.'; end if;
  elsif exists (
    select from goldthread.assessment a
    where a.org_id = new.org_id and a.assessment_id = new.assessment_id and a.in_on is not null
  ) then raise exception 'This pass is in and cannot be changed.';
  end if;
  return new;
end $$;
create trigger pass_in_stays before update on goldthread.assessment
  for each row execute function goldthread.refuse_change_of_pass_in();
create trigger rating_in_stays before insert or update on goldthread.assessment_rating
  for each row execute function goldthread.refuse_change_of_pass_in();

create table goldthread.need (
  org_id uuid not null,
  need_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  competency_id uuid,
  title text not null check (title <> ''),
  kind text not null check (kind in ('professional', 'personal')),
  why text not null check (why <> ''),
  private boolean not null,
  evidence_ids uuid[] not null,
  made_by uuid not null,
  made_on date not null,
  primary key (org_id, need_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, made_by) references goldthread.person on delete cascade,
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade,
  check (kind = 'personal' or competency_id is not null),
  check (not private or kind = 'personal')
);
create unique index need_number on goldthread.need (org_id, person_id, number);
create index need_competency on goldthread.need (org_id, competency_id);
create index need_made_by on goldthread.need (org_id, made_by);
select goldthread.isolate('goldthread.need', 'select, insert');
