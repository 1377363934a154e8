create index idempotency_keys_finished on idempotency_keys (lease_until)
  where state = 'FINISHED';
create index outbox_sent on outbox (sent_at) where state = 'SENT';
