-- The version of the item that was judged: words changed since were not.
alter table goldthread.evidence_judgement add column item_version integer not null default 1 check (item_version > 0);
alter table goldthread.evidence_judgement alter column item_version drop default;

-- An item's words without the accidents of writing them, to find copies within the organisation.
create index evidence_same_words on goldthread.evidence (org_id, md5(lower(regexp_replace(words, '\s+', ' ', 'g'))));
