create table goldthread.reflection_count (
  org_id uuid not null,
  person_id uuid not null,
  last integer not null check (last > 0),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade
);
select goldthread.isolate('goldthread.reflection_count', 'select, insert, update');

-- A reflective account in the stages of its model. What it said before lies in its revisions.
create table goldthread.reflection (
  org_id uuid not null,
  reflection_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  model text not null check (model in ('gibbs', 'kolb')),
  about_kind text not null check (about_kind in ('evidence', 'objective', 'review', 'none')),
  about_id uuid,
  about_words text not null,
  -- What was written, by the key of its stage.
  stages jsonb not null,
  impact text not null,
  sharing text not null check (sharing in ('me', 'leader', 'assessor')),
  said_on date not null,
  saved_at timestamptz not null,
  primary key (org_id, reflection_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  check ((about_kind = 'none') = (about_id is null))
);
create unique index reflection_number on goldthread.reflection (org_id, person_id, number);
select goldthread.isolate('goldthread.reflection', 'select, insert, update');

create table goldthread.reflection_revision (
  org_id uuid not null,
  reflection_id uuid not null,
  version integer not null check (version > 0),
  about_words text not null,
  stages jsonb not null,
  impact text not null,
  sharing text not null,
  saved_at timestamptz not null,
  primary key (org_id, reflection_id, version),
  foreign key (org_id, reflection_id) references goldthread.reflection on delete cascade
);
select goldthread.isolate('goldthread.reflection_revision', 'select, insert');
