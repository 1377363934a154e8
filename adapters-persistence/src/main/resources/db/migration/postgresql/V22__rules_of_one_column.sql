-- What one column may hold is told by its type. A check of a table is read from its text and
-- prepared anew by each statement, which took up to half of what it costs to insert an order or to
-- claim a key; the rules of a type stay prepared, and ask only after what a statement sets.
create domain hexwing_positive as bigint constraint positive check (value > 0);
create domain hexwing_ordinal as integer constraint positive check (value > 0);
create domain hexwing_percentage as integer constraint percentage check (value between 0 and 100);
create domain orders_status as varchar(20) constraint orders_status
  check (value in ('PLACED', 'PAID', 'DISPATCHED', 'DELIVERED', 'CANCELLED'));
create domain idempotency_keys_state as varchar(20) constraint idempotency_keys_state
  check (value in ('RUNNING', 'OPEN', 'FINISHED', 'NEEDS_ATTENTION', 'EXPIRED'));
create domain drones_status as varchar(20) constraint drones_status
  check (value in ('READY', 'DISPATCHED', 'RETURNING', 'GROUNDED'));
create domain drones_maintenance as varchar(20) constraint drones_maintenance
  check (value in ('CLEARED', 'DUE'));
create domain deliveries_status as varchar(20) constraint deliveries_status
  check (value in ('REQUESTED', 'DISPATCHED', 'COMPLETED', 'FAILED', 'CANCELLED'));

alter table orders
  drop constraint orders_status,
  drop constraint orders_total,
  drop constraint orders_version,
  alter column status type orders_status,
  alter column total_amount type hexwing_positive,
  alter column version type hexwing_positive;
alter table payment_events
  drop constraint payment_events_version,
  alter column version type hexwing_positive;
alter table idempotency_keys
  drop constraint idempotency_keys_state,
  drop constraint idempotency_keys_token,
  alter column state type idempotency_keys_state,
  alter column token type hexwing_positive;
alter table drones
  drop constraint drones_status,
  drop constraint drones_maintenance,
  drop constraint drones_battery,
  drop constraint drones_version,
  alter column status type drones_status,
  alter column maintenance type drones_maintenance,
  alter column battery_percent type hexwing_percentage,
  alter column version type hexwing_positive;
alter table deliveries
  drop constraint deliveries_status,
  drop constraint deliveries_attempt,
  drop constraint deliveries_version,
  alter column status type deliveries_status,
  alter column attempt type hexwing_ordinal,
  alter column version type hexwing_positive;
