-- All links of an item, those taken back too: evidence_link_now leads only to those that hold.
create index evidence_link_item on goldthread.evidence_link (org_id, evidence_id);
