alter table goldthread.evidence drop constraint evidence_kind_check;
alter table goldthread.evidence add constraint evidence_kind_check check (kind in (
  'measure', 'compliment', 'complaint', 'observation', 'audit', 'performance review', 'witness testimony',
  'expert testimony', 'professional discussion', 'customer feedback', 'peer feedback', 'reflection', 'work product',
  'certificate'
));
-- The last day on which a certificate, or whatever else ends by itself, still holds.
alter table goldthread.evidence add column expires_on date;
-- Who stands behind it where that is nobody with a sign-in: {name, relationship, as}; null where it is whoever added it.
alter table goldthread.evidence add column stands_behind jsonb;
-- Whether whoever added it has declared that it is their own account of what happened, and when.
alter table goldthread.evidence add column declared_on date;

drop index goldthread.evidence_file;
-- The files of an item, in the order in which they were added. The bytes lie outside the database, by their hash.
create table goldthread.evidence_file (
  org_id uuid not null,
  evidence_id uuid not null,
  file_id uuid not null,
  name text not null check (name <> ''),
  hash text not null,
  size integer not null,
  type text not null,
  added_by uuid not null,
  added_on date not null,
  ended_on date,
  primary key (org_id, file_id),
  foreign key (org_id, evidence_id) references goldthread.evidence on delete cascade,
  foreign key (org_id, added_by) references goldthread.person on delete cascade
);
create index evidence_file_item on goldthread.evidence_file (org_id, evidence_id);
create index evidence_file_hash on goldthread.evidence_file (org_id, hash);
create index evidence_file_added_by on goldthread.evidence_file (org_id, added_by);
select goldthread.isolate('goldthread.evidence_file', 'select, insert, update');

insert into goldthread.evidence_file (org_id, evidence_id, file_id, name, hash, size, type, added_by, added_on)
select org_id, evidence_id, gen_random_uuid(), file_name, file_hash, file_size, file_type, added_by, added_on
from goldthread.evidence where file_hash is not null and file_name <> '';
alter table goldthread.evidence drop column file_name, drop column file_hash, drop column file_size, drop column file_type;

-- How old evidence for a competency may be when it is claimed; 12 months where nothing is said here.
create table goldthread.evidence_age_rule (
  org_id uuid not null,
  competency_id uuid not null,
  months integer not null check (months between 1 and 120),
  reason text not null check (reason <> ''),
  set_by uuid not null,
  set_on date not null,
  primary key (org_id, competency_id),
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade,
  foreign key (org_id, set_by) references goldthread.person on delete cascade
);
create index evidence_age_rule_set_by on goldthread.evidence_age_rule (org_id, set_by);
select goldthread.isolate('goldthread.evidence_age_rule', 'select, insert, update');

-- That a legal competency does not apply to somebody's work, with why and until when.
create table goldthread.evidence_exemption (
  org_id uuid not null,
  exemption_id uuid not null,
  person_id uuid not null,
  competency_id uuid not null,
  reason text not null check (reason <> ''),
  until_day date not null,
  said_by uuid not null,
  said_on date not null,
  ended_on date,
  primary key (org_id, exemption_id),
  foreign key (org_id, person_id) references goldthread.person on delete cascade,
  foreign key (org_id, competency_id) references goldthread.competency on delete cascade,
  foreign key (org_id, said_by) references goldthread.person on delete cascade
);
create unique index evidence_exemption_now on goldthread.evidence_exemption (org_id, person_id, competency_id) where ended_on is null;
create index evidence_exemption_competency on goldthread.evidence_exemption (org_id, competency_id);
create index evidence_exemption_said_by on goldthread.evidence_exemption (org_id, said_by);
select goldthread.isolate('goldthread.evidence_exemption', 'select, insert, update');

-- What a person judged of one link: a letter of VACSR, which way, and in words why. Never changed; a later one stands beside it.
create table goldthread.evidence_judgement (
  org_id uuid not null,
  judgement_id uuid not null,
  link_id uuid not null,
  letter text not null check (letter in ('valid', 'authentic', 'current', 'sufficient', 'reliable')),
  verdict text not null check (verdict in ('shown', 'not yet')),
  words text not null check (words <> ''),
  judged_by uuid not null,
  judged_on date not null,
  primary key (org_id, judgement_id),
  foreign key (org_id, link_id) references goldthread.evidence_link on delete cascade,
  foreign key (org_id, judged_by) references goldthread.person on delete cascade
);
create index evidence_judgement_link on goldthread.evidence_judgement (org_id, link_id);
create index evidence_judgement_by on goldthread.evidence_judgement (org_id, judged_by);
select goldthread.isolate('goldthread.evidence_judgement', 'select, insert');
