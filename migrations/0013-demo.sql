-- How far the loading of a demo organisation has come.
create table goldthread.demo_progress (
  org_id uuid primary key references goldthread.organisation on delete cascade,
  done integer not null,
  of_all integer not null,
  words text not null,
  ready boolean not null default false
);
select goldthread.isolate('goldthread.demo_progress');
