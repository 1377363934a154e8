-- Every table of the payment path is keyed by scope or order, so that it shards by order.
-- Constraint names are read by the adapter: each tells what was contended.

create table orders (
  order_id uuid not null,
  customer_id varchar(100) not null,
  lines varchar not null,
  latitude double precision not null,
  longitude double precision not null,
  total_amount bigint not null,
  currency varchar(3) not null,
  status varchar(20) not null,
  payment_id uuid,
  placed_at timestamp(6) with time zone not null,
  version bigint not null,
  constraint orders_key primary key (order_id),
  constraint orders_status check (status in ('PLACED', 'PAID', 'DISPATCHED', 'DELIVERED', 'CANCELLED')),
  constraint orders_paid check (status in ('PLACED', 'CANCELLED') or payment_id is not null),
  constraint orders_total check (total_amount > 0),
  constraint orders_version check (version > 0)
);

create table payment_events (
  payment_id uuid not null,
  version bigint not null,
  type varchar(100) not null,
  data varchar not null,
  correlation_id varchar(64) not null,
  causation_id varchar(200),
  occurred_at timestamp(6) with time zone not null,
  constraint payment_events_key primary key (payment_id, version),
  constraint payment_events_version check (version > 0)
);

create table open_payments (
  order_id uuid not null,
  payment_id uuid not null,
  constraint open_payments_key primary key (order_id)
);

create table drones (
  drone_id varchar(16) not null,
  model varchar(60) not null,
  capacity_grams integer not null,
  battery_percent integer,
  maintenance varchar(20) not null,
  flights integer not null,
  status varchar(20) not null,
  delivery_id uuid,
  version bigint not null,
  constraint drones_key primary key (drone_id),
  -- A delivery is flown by one drone at most.
  constraint drones_delivery unique (delivery_id),
  constraint drones_status check (status in ('READY', 'DISPATCHED', 'RETURNING', 'GROUNDED')),
  constraint drones_flying check ((status = 'DISPATCHED') = (delivery_id is not null)),
  constraint drones_battery check (battery_percent between 0 and 100),
  constraint drones_maintenance check (maintenance in ('CLEARED', 'DUE')),
  constraint drones_version check (version > 0)
);

create table deliveries (
  delivery_id uuid not null,
  order_id uuid not null,
  grams bigint not null,
  latitude double precision not null,
  longitude double precision not null,
  status varchar(20) not null,
  drone_id varchar(16),
  attempt integer not null,
  correlation_id varchar(64) not null,
  queued_at timestamp(6) with time zone not null,
  version bigint not null,
  constraint deliveries_key primary key (delivery_id),
  constraint deliveries_order unique (order_id),
  constraint deliveries_status
    check (status in ('REQUESTED', 'DISPATCHED', 'COMPLETED', 'FAILED', 'CANCELLED')),
  constraint deliveries_attempt check (attempt > 0),
  constraint deliveries_version check (version > 0)
);

create table idempotency_keys (
  scope varchar(100) not null,
  idempotency_key varchar(255) not null,
  fingerprint varchar(80) not null,
  correlation_id varchar(64) not null,
  state varchar(20) not null,
  token bigint not null,
  lease_until timestamp(6) with time zone not null,
  attempts integer not null,
  asked_at timestamp(6) with time zone not null,
  intent varchar(20),
  payment_id uuid,
  refund_id uuid,
  receipt varchar,
  created_at timestamp(6) with time zone not null,
  constraint idempotency_keys_key primary key (scope, idempotency_key),
  constraint idempotency_keys_state
    check (state in ('RUNNING', 'OPEN', 'FINISHED', 'NEEDS_ATTENTION')),
  constraint idempotency_keys_answered check (state = 'RUNNING' or receipt is not null),
  constraint idempotency_keys_intent check (
    (intent is null and payment_id is null and refund_id is null)
    or (intent = 'CHARGE' and payment_id is not null and refund_id is null)
    or (intent = 'GIVE_BACK' and payment_id is not null and refund_id is not null)),
  constraint idempotency_keys_token check (token > 0)
);

create table outbox (
  event_id varchar(200) not null,
  position bigint generated always as identity,
  aggregate_id varchar(100) not null,
  version bigint not null,
  type varchar(100) not null,
  data varchar not null,
  correlation_id varchar(64) not null,
  causation_id varchar(200),
  occurred_at timestamp(6) with time zone not null,
  stored_at timestamp(6) with time zone not null,
  state varchar(10) not null,
  token bigint not null,
  held_until timestamp(6) with time zone not null,
  attempts integer not null,
  last_error varchar(500),
  sent_at timestamp(6) with time zone,
  constraint outbox_key primary key (event_id),
  constraint outbox_state check (state in ('WAITING', 'SENT', 'PARKED'))
);

create table inbox (
  consumer varchar(100) not null,
  event_id varchar(200) not null,
  taken_at timestamp(6) with time zone not null,
  constraint inbox_key primary key (consumer, event_id)
);

create table journeys (
  correlation_id varchar(64) not null,
  position bigint generated always as identity,
  order_id uuid,
  payment_id uuid,
  received_at timestamp(6) with time zone,
  confirmed_at timestamp(6) with time zone,
  tapped_at timestamp(6) with time zone,
  seen_at timestamp(6) with time zone,
  constraint journeys_key primary key (correlation_id)
);

-- Steps of an order belong to every journey of it, whichever is noted first.
create table journey_flights (
  order_id uuid not null,
  dispatched_at timestamp(6) with time zone,
  delivered_at timestamp(6) with time zone,
  constraint journey_flights_key primary key (order_id)
);

create table products (
  sku varchar(40) not null,
  name varchar(200) not null,
  unit_amount bigint not null,
  currency varchar(3) not null,
  grams integer not null,
  constraint products_key primary key (sku),
  constraint products_price check (unit_amount > 0),
  constraint products_weight check (grams > 0)
);
