-- What a measure showed before and after a change at work, as it was counted when the account was saved.
alter table goldthread.reflection add column shown jsonb;
alter table goldthread.reflection_revision add column shown jsonb;
