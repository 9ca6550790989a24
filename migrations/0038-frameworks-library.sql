-- Frameworks of any publisher, in versions, with every item of their tree. What was read from elsewhere keeps its own
-- words, identifiers and members; what a published version says is never changed.
alter table goldthread.framework
  add column kind text not null default 'competencies' check (kind in ('competencies', 'qualification')),
  add column language text not null default '',
  add column description text not null default '',
  -- Whether others may read it without a sign-in, over the addresses of CASE. It goes with every version.
  add column public boolean not null default false,
  -- Members of a CASE document that nothing here reads, as they came.
  add column rest jsonb not null default '{}',
  -- Where it was read from: format, file or address, digest; null for what was written here.
  add column source jsonb,
  -- Counts publications of one framework, 1 first; versions are named by their publisher and need not sort.
  add column place integer not null default 1 check (place > 0),
  add column made_by uuid,
  add column made_by_name text not null default '',
  add column made_at timestamptz not null default now(),
  -- Of all that the version says, so that what is read a second time is known again; '' where none was taken.
  add column digest text not null default '';
-- What a published version says stays: which version is in force, and who may read it, is all that changes.
revoke update on goldthread.framework from goldthread_app;
grant update (in_force, public) on goldthread.framework to goldthread_app;
create index framework_place on goldthread.framework (org_id, framework_id, place);

create table goldthread.framework_item (
  org_id uuid not null,
  framework_id uuid not null,
  version text not null,
  item_id uuid not null,
  place integer not null check (place > 0),
  -- The item that this one stands under; null at the top, and for what stands nowhere.
  parent_id uuid,
  -- False where the file it came from put it under nothing, not even the document.
  attached boolean not null default true,
  kind text not null check (kind in ('group', 'knowledge', 'skill', 'behaviour', 'unit', 'learning outcome', 'assessment criterion')),
  -- What its publisher calls its kind.
  type_words text not null default '',
  code text not null default '',
  title text not null default '',
  statement text not null,
  soft boolean not null default false,
  legal boolean not null default false,
  words text[] not null default '{}',
  -- [{level, label, anchor}], lowest first.
  levels jsonb not null default '[]',
  retired boolean not null default false,
  replaced_by uuid,
  -- The address its publisher gave it; null for what was made here, whose address follows from its identifier.
  uri text,
  changed_at timestamptz not null,
  rest jsonb not null default '{}',
  primary key (org_id, framework_id, version, item_id),
  foreign key (org_id, framework_id, version) references goldthread.framework on delete cascade
);
create unique index framework_item_place on goldthread.framework_item (org_id, framework_id, version, place);
create index framework_item_item on goldthread.framework_item (org_id, item_id);
select goldthread.isolate('goldthread.framework_item', 'select, insert');

insert into goldthread.framework_item
  (org_id, framework_id, version, item_id, place, kind, code, title, statement, soft, legal, words, levels, changed_at)
select w.org_id, w.framework_id, w.version, w.competency_id, w.place, w.kind, w.code, w.title, w.statement, w.soft, w.legal, w.words,
  coalesce((select jsonb_agg(jsonb_build_object('level', l.level, 'label', l.label, 'anchor', l.anchor) order by l.level)
    from goldthread.competency_level l
    where l.org_id = w.org_id and l.framework_id = w.framework_id and l.version = w.version and l.competency_id = w.competency_id), '[]'),
  now()
from goldthread.competency_wording w;
drop table goldthread.competency_level;
drop table goldthread.competency_wording;

-- How items stand to each other and to what lies elsewhere. Where an item stands in the tree is such a row too, with its sequence.
create table goldthread.framework_association (
  org_id uuid not null,
  framework_id uuid not null,
  version text not null,
  association_id uuid not null,
  place integer not null check (place > 0),
  type text not null check (type <> ''),
  origin_id text not null,
  destination_id text not null,
  sequence integer,
  rest jsonb not null default '{}',
  primary key (org_id, framework_id, version, association_id),
  foreign key (org_id, framework_id, version) references goldthread.framework on delete cascade
);
create unique index framework_association_place on goldthread.framework_association (org_id, framework_id, version, place);
create index framework_association_id on goldthread.framework_association (org_id, association_id);
create index framework_association_origin on goldthread.framework_association (org_id, origin_id);
create index framework_association_destination on goldthread.framework_association (org_id, destination_id);
select goldthread.isolate('goldthread.framework_association', 'select, insert');

-- What holds the competencies there are already in their order, under names that every installation gives them alike
-- (RFC 9562, version 3, of the framework and both ends).
insert into goldthread.framework_association
  (org_id, framework_id, version, association_id, place, type, origin_id, destination_id, sequence)
select i.org_id, i.framework_id, i.version,
  (overlay(overlay(n.hash placing '3' from 13) placing substr('89ab', 1 + ('x' || substr(n.hash, 17, 1))::bit(4)::integer % 4, 1) from 17))::uuid,
  i.place, 'isChildOf', i.item_id::text, i.framework_id::text, i.place
from goldthread.framework_item i,
  lateral (select md5(decode(replace(i.framework_id::text, '-', ''), 'hex') || convert_to(i.item_id || ' isChildOf ' || i.framework_id, 'UTF8')) as hash) n;

-- What a package defines beside its items, each as it came.
create table goldthread.framework_definition (
  org_id uuid not null,
  framework_id uuid not null,
  version text not null,
  kind text not null check (kind in ('CFConcepts', 'CFSubjects', 'CFLicenses', 'CFItemTypes', 'CFAssociationGroupings', 'CFRubrics')),
  definition_id uuid not null,
  place integer not null check (place > 0),
  body jsonb not null,
  primary key (org_id, framework_id, version, kind, definition_id),
  foreign key (org_id, framework_id, version) references goldthread.framework on delete cascade
);
create index framework_definition_id on goldthread.framework_definition (org_id, kind, definition_id);
select goldthread.isolate('goldthread.framework_definition', 'select, insert');

-- The next version of a framework while it is being written. Every item counts its changes, so that two people who edit at
-- once can be told of each other.
create table goldthread.framework_draft (
  org_id uuid not null references goldthread.organisation on delete cascade,
  framework_id uuid not null,
  -- The version that it begins from; null for a framework that has none yet.
  base_version text,
  title text not null check (title <> ''),
  publisher text not null,
  description text not null default '',
  revision integer not null default 1,
  begun_by_name text not null,
  begun_at timestamptz not null,
  primary key (org_id, framework_id)
);
select goldthread.isolate('goldthread.framework_draft');

create table goldthread.framework_draft_item (
  org_id uuid not null,
  framework_id uuid not null,
  item_id uuid not null,
  parent_id uuid,
  attached boolean not null default true,
  -- Order among those under the same parent.
  place integer not null,
  kind text not null check (kind in ('group', 'knowledge', 'skill', 'behaviour', 'unit', 'learning outcome', 'assessment criterion')),
  type_words text not null default '',
  code text not null default '',
  title text not null default '',
  statement text not null,
  soft boolean not null default false,
  legal boolean not null default false,
  words text[] not null default '{}',
  levels jsonb not null default '[]',
  retired boolean not null default false,
  replaced_by uuid,
  uri text,
  rest jsonb not null default '{}',
  revision integer not null default 1,
  changed_by_name text not null default '',
  changed_at timestamptz not null,
  primary key (org_id, framework_id, item_id),
  foreign key (org_id, framework_id) references goldthread.framework_draft on delete cascade
);
create index framework_draft_item_parent on goldthread.framework_draft_item (org_id, framework_id, parent_id, place);
select goldthread.isolate('goldthread.framework_draft_item');

-- How items of the draft stand to others since it was begun: what was split, and what was drawn from elsewhere.
create table goldthread.framework_draft_association (
  org_id uuid not null,
  framework_id uuid not null,
  association_id uuid not null,
  type text not null check (type <> ''),
  origin_id text not null,
  destination_id text not null,
  rest jsonb not null default '{}',
  primary key (org_id, framework_id, association_id),
  foreign key (org_id, framework_id) references goldthread.framework_draft on delete cascade
);
create index framework_draft_association_origin on goldthread.framework_draft_association (org_id, framework_id, origin_id);
select goldthread.isolate('goldthread.framework_draft_association');

-- Whoever asks, an item that was published is never written over.
create function goldthread.refuse_change_of_published() returns trigger language plpgsql as $$
begin
  raise exception 'A published version of a framework cannot be changed.';
end $$;
create trigger item_stays before update on goldthread.framework_item
  for each row execute function goldthread.refuse_change_of_published();
create trigger association_stays before update on goldthread.framework_association
  for each row execute function goldthread.refuse_change_of_published();
create trigger definition_stays before update on goldthread.framework_definition
  for each row execute function goldthread.refuse_change_of_published();
