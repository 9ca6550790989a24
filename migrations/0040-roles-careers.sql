-- Six levels of responsibility, roles that are no longer used, what is asked before promotion, words of a role's own for a
-- level, and the moves that people make from role to role.
alter table goldthread.role_profile drop constraint role_profile_responsibility_check;
alter table goldthread.role_profile
  add constraint role_profile_responsibility_check check (responsibility between 1 and 6),
  add column sector text check (sector <> ''),
  -- What is asked before promotion, beside levels: null where nothing is; 0 is "not asked".
  add column mastery_months integer check (mastery_months between 0 and 60),
  add column mastery_sources integer check (mastery_sources between 0 and 10),
  add column mastery_acting integer check (mastery_acting between 0 and 60),
  add constraint role_profile_mastery_check check (num_nulls(mastery_months, mastery_sources, mastery_acting) in (0, 3));

-- Whoever has a retired role keeps it; nobody new comes to it.
alter table goldthread.role add column retired_at timestamptz;
grant update on goldthread.role to goldthread_app;

-- What a level looks like in this role: {"4": "words"}, in place of the framework's own.
alter table goldthread.role_requirement add column level_words jsonb not null default '{}';

create table goldthread.role_move (
  org_id uuid not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  primary key (org_id, from_id, to_id),
  foreign key (org_id, from_id) references goldthread.role on delete cascade,
  foreign key (org_id, to_id) references goldthread.role on delete cascade
);
create index role_move_to on goldthread.role_move (org_id, to_id);
select goldthread.isolate('goldthread.role_move', 'select, insert, delete');

-- The moves among the five roles that organisations started with until now.
insert into goldthread.role_move (org_id, from_id, to_id)
select a.org_id, a.role_id, b.role_id
from (values
  ('88872114-8d48-44ff-90be-c845fb661873'::uuid, '5be9888e-a2d2-44e7-b34a-a44ff7cae388'::uuid),
  ('88872114-8d48-44ff-90be-c845fb661873', '42bcc563-eaa2-403c-a38e-a2d49204039c'),
  ('88872114-8d48-44ff-90be-c845fb661873', '31503b48-87a0-4375-8547-26d932855f69'),
  ('5be9888e-a2d2-44e7-b34a-a44ff7cae388', '2e14f228-cb86-4cdf-9d41-80676a781725'),
  ('42bcc563-eaa2-403c-a38e-a2d49204039c', '2e14f228-cb86-4cdf-9d41-80676a781725')
) as drawn (from_id, to_id)
join goldthread.role a on a.role_id = drawn.from_id
join goldthread.role b on b.role_id = drawn.to_id and b.org_id = a.org_id;
