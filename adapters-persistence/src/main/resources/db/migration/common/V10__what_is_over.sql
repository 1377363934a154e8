-- A key whose answer was deleted stays used: its row is the tombstone.
alter table idempotency_keys add column last_answer varchar(500);
alter table idempotency_keys drop constraint idempotency_keys_state;
alter table idempotency_keys add constraint idempotency_keys_state
  check (state in ('RUNNING', 'OPEN', 'FINISHED', 'NEEDS_ATTENTION', 'EXPIRED'));
alter table idempotency_keys drop constraint idempotency_keys_answered;
alter table idempotency_keys add constraint idempotency_keys_answered
  check (state in ('RUNNING', 'EXPIRED') or receipt is not null);

-- What is over is found by its age, the eldest first.
create index inbox_taken on inbox (taken_at);
