-- What was needed of somebody on the occasion that an example tells; empty where they did not say.
alter table goldthread.assessment_rating add column example_task text not null default '';
