-- Nobody of the organisation adds what the command line imports: the record stands behind it.
alter table goldthread.evidence
  alter column added_by drop not null,
  add constraint evidence_added_by_somebody check (added_by is not null or stands_behind ->> 'as' = 'record');
alter table goldthread.evidence_link alter column made_by drop not null;
