-- A published version of a profile takes nothing more in, and nothing it says changes but whether it is in force.
revoke update on goldthread.role_profile from goldthread_app;
grant update (in_force) on goldthread.role_profile to goldthread_app;

alter table goldthread.role_profile add column made_in xid8 not null default pg_current_xact_id();
create trigger profile_notes before insert on goldthread.role_profile
  for each row execute function goldthread.note_transaction();

create function goldthread.refuse_more_in_profile() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from (select distinct org_id, role_id, version from added) a
    join goldthread.role_profile p using (org_id, role_id, version)
    where p.made_in <> pg_current_xact_id()
  ) then
    raise exception 'A published version of a role takes nothing more in.';
  end if;
  return null;
end $$;
create trigger requirement_comes_with after insert on goldthread.role_requirement
  referencing new table as added for each statement execute function goldthread.refuse_more_in_profile();
create trigger source_comes_with after insert on goldthread.role_source
  referencing new table as added for each statement execute function goldthread.refuse_more_in_profile();
create trigger band_comes_with after insert on goldthread.role_band
  referencing new table as added for each statement execute function goldthread.refuse_more_in_profile();
