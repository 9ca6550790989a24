-- Moves with every change of a source's contacts, to a value that never comes again: what was counted under a stamp
-- still holds as long as the stamp is the same.
alter table goldthread.contact_source add column stamp uuid not null default gen_random_uuid();

create function goldthread.move_contact_stamp() returns trigger language plpgsql as $$
begin
  update goldthread.contact_source s set stamp = gen_random_uuid()
  from (select distinct org_id, source_id from changed) c
  where s.org_id = c.org_id and s.source_id = c.source_id;
  return null;
end $$;
create trigger contact_added after insert on goldthread.contact
  referencing new table as changed for each statement execute function goldthread.move_contact_stamp();
create trigger contact_changed after update on goldthread.contact
  referencing new table as changed for each statement execute function goldthread.move_contact_stamp();
create trigger contact_gone after delete on goldthread.contact
  referencing old table as changed for each statement execute function goldthread.move_contact_stamp();
