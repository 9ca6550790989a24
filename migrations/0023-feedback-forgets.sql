-- When a round closes, the address of everybody outside makes way for marks under a key that lies outside the database:
-- by them a later round about the same person knows who was asked before. The name goes too, but where answers stand
-- under it. Rounds that closed before keep what they have.
alter table goldthread.feedback_request add column marks jsonb;
alter table goldthread.feedback_request drop constraint feedback_request_check;
alter table goldthread.feedback_request add check (person_id is not null or email is not null or marks is not null);
alter table goldthread.feedback_request drop constraint feedback_request_name_check;
alter table goldthread.feedback_request add check (name <> '' or marks is not null);
alter table goldthread.feedback_request add check (marks is null or (email is null and person_id is null and state = 'ended'));
