-- A unit may come from outside whole, or an awarding body's text may be put in the place of ours: a wording then says what
-- the unit is, too. Wordings from before have none of it; what was shipped says it for them.
alter table goldthread.unit_wording
  drop constraint unit_wording_version_check,
  add constraint unit_wording_version_check check (version > 0),
  add column code text,
  add column level integer check (level between 1 and 8),
  add column credits integer check (credits between 0 and 360),
  add column hours integer check (hours between 0 and 10000),
  -- Where the facts were read.
  add column source text,
  -- Whose words they are, such as an awarding body's text with the file and day of its import; '' for ours or the organisation's.
  add column words_from text not null default '';
