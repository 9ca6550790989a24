-- The check before this one let pass what nobody added where nothing at all stands behind it: what is unknown is not false.
alter table goldthread.evidence
  drop constraint evidence_added_by_somebody,
  add constraint evidence_added_by_somebody
    check (added_by is not null or coalesce(stands_behind ->> 'as' = 'record', false));
