-- CURRENT_TIMESTAMP stands still within a transaction; leases need a clock that moves.
create alias hexwing_now for 'java.time.Instant.now()';

create index orders_by_status on orders (status);
create index payment_events_by_type on payment_events (type);
create index drones_ready on drones (status, battery_percent desc);
create index deliveries_waiting on deliveries (status, queued_at);
create index idempotency_keys_due on idempotency_keys (state, lease_until);
create index idempotency_keys_by_payment on idempotency_keys (payment_id);
create index outbox_waiting on outbox (state, position);
create index outbox_unsent on outbox (aggregate_id, state, version);
create index journeys_latest on journeys (position);
