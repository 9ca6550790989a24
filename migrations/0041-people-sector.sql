-- The trade that a person works in, in the organisation's own words.
alter table goldthread.person add column sector text check (sector <> '');
