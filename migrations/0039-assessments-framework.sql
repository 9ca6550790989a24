-- Which wording a pass was made of: the version of the framework that was in force. A pass that is still open goes with
-- everybody to the next version; one that is in keeps its own.
alter table goldthread.assessment
  add column framework_id uuid,
  add column framework_version text,
  add foreign key (org_id, framework_id, framework_version) references goldthread.framework on delete cascade;
alter table goldthread.assessment disable trigger pass_in_stays;
update goldthread.assessment a set framework_id = f.framework_id, framework_version = f.version
from goldthread.framework f where f.org_id = a.org_id and f.in_force;
alter table goldthread.assessment enable trigger pass_in_stays;
alter table goldthread.assessment
  alter column framework_id set not null,
  alter column framework_version set not null;
create index assessment_framework on goldthread.assessment (org_id, framework_id, framework_version);
