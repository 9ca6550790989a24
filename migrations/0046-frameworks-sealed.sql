-- A published version takes nothing more in: its parts come with it, in the transaction that makes it. That is noted when the
-- row is written, by whatever way in, so that a backup that is put back in one transaction stands as it stood.
create function goldthread.note_transaction() returns trigger language plpgsql as $$
begin
  new.made_in := pg_current_xact_id();
  return new;
end $$;

alter table goldthread.framework add column made_in xid8 not null default pg_current_xact_id();
create trigger framework_notes before insert on goldthread.framework
  for each row execute function goldthread.note_transaction();

create function goldthread.refuse_more_in_framework() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from (select distinct org_id, framework_id, version from added) a
    join goldthread.framework f using (org_id, framework_id, version)
    where f.made_in <> pg_current_xact_id()
  ) then
    raise exception 'A published version of a framework takes nothing more in.';
  end if;
  return null;
end $$;
create trigger item_comes_with after insert on goldthread.framework_item
  referencing new table as added for each statement execute function goldthread.refuse_more_in_framework();
create trigger association_comes_with after insert on goldthread.framework_association
  referencing new table as added for each statement execute function goldthread.refuse_more_in_framework();
create trigger definition_comes_with after insert on goldthread.framework_definition
  referencing new table as added for each statement execute function goldthread.refuse_more_in_framework();
