-- A need is professional, personal or both; says where it came from and what comes first; and is shared step by step.
alter table goldthread.need drop constraint need_kind_check;
alter table goldthread.need add constraint need_kind_check check (kind in ('professional', 'personal', 'both'));
alter table goldthread.need add column priority integer not null default 2 check (priority between 1 and 3);
alter table goldthread.need add column came_from text not null default 'assessment'
  check (came_from in ('assessment', 'review', 'complaint', 'feedback', 'role change', 'aspiration'));
alter table goldthread.need add column sharing text not null default 'assessor' check (sharing in ('me', 'leader', 'assessor'));
update goldthread.need set sharing = 'me' where private;
alter table goldthread.need drop column private;
alter table goldthread.need add column version integer not null default 1;
alter table goldthread.need add column changed_by uuid;
alter table goldthread.need add column changed_at timestamptz;
alter table goldthread.need add check (kind <> 'professional' or sharing = 'assessor');
alter table goldthread.need alter column priority drop default, alter column came_from drop default, alter column sharing drop default;
alter table goldthread.need add foreign key (org_id, changed_by) references goldthread.person on delete cascade;
create index need_changed_by on goldthread.need (org_id, changed_by);
grant update on goldthread.need to goldthread_app;

-- A dated SWOT board of a person. The newest is written in; those before it stay as they were.
create table goldthread.swot_board (
  org_id uuid not null,
  board_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  about text not null,
  sharing text not null check (sharing in ('me', 'leader', 'assessor')),
  begun_from integer,
  began_on date not null,
  primary key (org_id, board_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
create unique index swot_board_number on goldthread.swot_board (org_id, person_id, number);
select goldthread.isolate('goldthread.swot_board', 'select, insert, update');

-- What an entry says, revision by revision: the highest holds, and the others are its history.
create table goldthread.swot_entry (
  org_id uuid not null,
  entry_id uuid not null,
  revision integer not null check (revision > 0),
  board_id uuid not null,
  place integer not null,
  quarter text not null check (quarter in ('strength', 'weakness', 'opportunity', 'threat')),
  words text not null check (words <> ''),
  evidence_ids uuid[] not null,
  competency_ids uuid[] not null,
  need_ids uuid[] not null,
  gone boolean not null,
  saved_on date not null,
  primary key (org_id, entry_id, revision),
  foreign key (org_id, board_id) references goldthread.swot_board on delete cascade
);
create index swot_entry_board on goldthread.swot_entry (org_id, board_id);
select goldthread.isolate('goldthread.swot_entry', 'select, insert');
