-- Where a person says they stand in what an advert asks: their own word, in no round of assessment.
alter table goldthread.personal_target
  add column own_levels jsonb not null default '[]'::jsonb check (jsonb_typeof(own_levels) = 'array');
