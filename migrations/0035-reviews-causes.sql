-- A target that moved is a cause too, for what comes after it: it may have moved for any reason.
alter table goldthread.review_cause drop constraint review_cause_cause_check;
alter table goldthread.review_cause add constraint review_cause_cause_check check (cause in
  ('job role', 'profile changed', 'organisation priority', 'aspiration', 'feedback', 'target met', 'target missed', 'other'));
-- Where it asks of nothing but what only the person sees, nobody else learns of it, and no review takes it up.
alter table goldthread.review_cause add column private boolean not null default false;
-- The complaints that it tells of: it goes when none of them stands any longer.
alter table goldthread.review_cause add column evidence_ids uuid[] not null default '{}';
update goldthread.review_cause set evidence_ids = array[source_id] where cause = 'feedback';
