-- Why a file stays as it is although a customer's data was found in it; null where none was, or it was taken out.
alter table goldthread.evidence_file add column kept_because text check (kept_because <> '');
