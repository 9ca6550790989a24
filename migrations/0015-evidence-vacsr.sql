-- The version of the item that was judged: words changed since were not.
alter table goldthread.evidence_judgement add column item_version integer not null default 1 check (item_version > 0);
alter table goldthread.evidence_judgement alter column item_version drop default;

-- An item's words without case and spacing, to find copies within the organisation. A column and no index on the
-- expression: row-level security would not let its functions run before it has looked at every row.
alter table goldthread.evidence add column words_digest text not null
  generated always as (md5(lower(regexp_replace(words, '\s+', ' ', 'g')))) stored;
create index evidence_same_words on goldthread.evidence (org_id, words_digest);
