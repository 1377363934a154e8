-- Indexes cover whole tables here, and most of what an aggregate did was sent long ago.
alter table outbox add column unsent_of varchar(100)
  generated always as (case when state <> 'SENT' then aggregate_id end);
drop index outbox_unsent;
create index outbox_unsent on outbox (unsent_of, version);
