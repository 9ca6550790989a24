-- What a person said of an objective while it was theirs alone stays theirs when others may read the objective.
alter table goldthread.objective_note add column private boolean not null default false;
update goldthread.objective_note n set private = true
  from goldthread.objective o
  where o.org_id = n.org_id and o.objective_id = n.objective_id and o.private;

-- The same of what was said on the way to agreement: who could read the objective then may read it, and nobody else.
alter table goldthread.objective_word add column sharing text not null default 'assessor'
  check (sharing in ('me', 'leader', 'assessor'));
update goldthread.objective_word w set sharing = o.sharing
  from goldthread.objective o
  where o.org_id = w.org_id and o.objective_id = w.objective_id;
