-- Evidence that was made of two research notes knows them, so that it follows who may read both.
update goldthread.evidence e
set detail = e.detail || jsonb_build_object('sources', c.one_id || ' ' || c.other_id)
from goldthread.source_comparison c
join goldthread.research_note one on one.org_id = c.org_id and one.note_id = c.one_id
join goldthread.research_note other on other.org_id = c.org_id and other.note_id = c.other_id
where e.org_id = c.org_id and e.person_id = c.person_id and e.kind = 'work product'
  and (e.evidence_id = c.evidence_id
    or e.detail ->> 'place' = 'Career, research notes ' || one.number || ' and ' || other.number);
