-- Who may read an objective. `private` stays, and says the same as "nobody but the person".
alter table goldthread.objective
  add column sharing text not null default 'assessor' check (sharing in ('me', 'leader', 'assessor')),
  -- Its place in the person's own order; the smaller comes first.
  add column place integer not null default 0,
  -- What was agreed beforehand of how it is judged at the end, in words or figures.
  add column band_partly text not null default '',
  add column band_met text not null default '',
  add column band_exceeded text not null default '',
  -- Money asked for, in pounds, and what came of it.
  add column budget_amount numeric(12, 2) check (budget_amount > 0),
  add column budget_for text not null default '',
  add column budget_state text check (budget_state in ('asked', 'approved', 'declined')),
  add column budget_reason text not null default '',
  add column budget_by text,
  add column budget_on date,
  -- The objective of the same person that has to come first.
  add column after_id uuid,
  -- When a change was agreed last, after the first agreement.
  add column amended_on date,
  -- The request that was declined last: when, by whom, why, and what was asked.
  add column declined_on date,
  add column declined_by text,
  add column declined_reason text,
  add column declined_asked text,
  add constraint objective_after foreign key (org_id, after_id) references goldthread.objective
    on delete set null (after_id),
  add constraint objective_after_another check (after_id <> objective_id),
  add constraint objective_budget check ((budget_amount is null) = (budget_state is null));

update goldthread.objective set sharing = 'me' where private;
update goldthread.objective set place = number;
alter table goldthread.objective
  add constraint objective_private check (private = (sharing = 'me')),
  add constraint objective_shared check (sharing = 'assessor' or kind = 'personal');
create index objective_after_it on goldthread.objective (org_id, after_id);

-- With whom an action is done, and how it is learnt: a prompt, never a ratio.
alter table goldthread.action
  add column with_whom text not null default '',
  add column way text check (way in ('experience', 'others', 'course'));

alter table goldthread.objective_word drop constraint objective_word_kind_check;
alter table goldthread.objective_word add constraint objective_word_kind_check
  check (kind in ('proposal', 'question', 'agreement', 'decline', 'budget'));
