-- Finished keys are found by idempotency_keys_due.
create index outbox_sent on outbox (state, sent_at);
