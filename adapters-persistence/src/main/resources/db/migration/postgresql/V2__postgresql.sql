-- Names are compared character by character, as the application compares them.
alter table drones alter column drone_id type varchar(16) collate "C";
alter table products alter column sku type varchar(40) collate "C";
alter table products alter column name type varchar(200) collate "C";

-- Indexes hold only what is still to be done; what is done is the bulk of every table.
create index orders_by_status on orders (status);
create index payment_events_by_type on payment_events (type);
create index drones_ready on drones (battery_percent desc)
  where status = 'READY' and maintenance = 'CLEARED';
create index deliveries_waiting on deliveries (queued_at) where status = 'REQUESTED';
create index idempotency_keys_due on idempotency_keys (lease_until)
  where state in ('RUNNING', 'OPEN');
create index idempotency_keys_attention on idempotency_keys (scope)
  where state = 'NEEDS_ATTENTION';
create index idempotency_keys_by_payment on idempotency_keys (payment_id)
  where intent = 'CHARGE';
create index outbox_waiting on outbox (position) where state = 'WAITING';
create index outbox_parked on outbox (position) where state = 'PARKED';
create index outbox_unsent on outbox (aggregate_id, version) where state <> 'SENT';
create index journeys_latest on journeys (position);

-- A write that found nothing to change fails where it stands, so that the commit can travel with
-- the writes in one round trip.
create function hexwing_expect_one(touched bigint, subject text, which text) returns integer
  language plpgsql as $$
begin
  if touched <> 1 then
    raise exception using errcode = 'HX001', message = subject || ' ' || which;
  end if;
  return 1;
end
$$;
