-- Names are compared character by character, as the application compares them.
alter table outbox alter column aggregate_id type varchar(100) collate "C";
