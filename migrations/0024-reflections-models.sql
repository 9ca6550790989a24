alter table goldthread.reflection drop constraint reflection_model_check;
alter table goldthread.reflection add constraint reflection_model_check
  check (model in ('gibbs', 'kolb', 'driscoll', 'rolfe', 'era'));
