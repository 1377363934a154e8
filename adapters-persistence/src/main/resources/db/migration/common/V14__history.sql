-- Every event that was sent, for ever or as long as a setting says. Places are given one after the
-- other, by one transaction at a time, so that they can be seen in the order in which they are given.
create table event_history (
  place bigint not null,
  -- Its position in the outbox before.
  position bigint not null,
  aggregate_id varchar(100) not null,
  version bigint not null,
  type varchar(100) not null,
  data varchar not null,
  correlation_id varchar(64) not null,
  causation_id varchar(200),
  occurred_at timestamp(6) with time zone not null,
  filed_at timestamp(6) with time zone not null,
  constraint event_history_key primary key (place),
  constraint event_history_version unique (aggregate_id, version)
);

-- One row: the last place that was given, and whether nothing was ever forgotten.
create table event_history_extent (
  only_one integer not null,
  last_place bigint not null,
  whole boolean not null,
  constraint event_history_extent_key primary key (only_one),
  constraint event_history_extent_one check (only_one = 1)
);

insert into event_history (place, position, aggregate_id, version, type, data, correlation_id,
  causation_id, occurred_at, filed_at)
select row_number() over (order by position), position, aggregate_id, version, type, data,
  correlation_id, causation_id, occurred_at, current_timestamp
from outbox where state = 'SENT';

delete from outbox where state = 'SENT';

-- What was sent more than a week ago was deleted until now; then an aggregate lacks its first event.
insert into event_history_extent (only_one, last_place, whole)
select 1, (select count(*) from event_history),
  not exists (
    select 1 from orders
    where not exists (
        select 1 from event_history
        where aggregate_id = cast(orders.order_id as varchar) and event_history.version = 1)
      and not exists (
        select 1 from outbox where event_id = cast(orders.order_id as varchar) || '/1'))
  and not exists (
    select 1 from drones
    where not exists (
        select 1 from event_history
        where aggregate_id = drones.drone_id and event_history.version = 1)
      and not exists (select 1 from outbox where event_id = drones.drone_id || '/1'));

-- Journeys are built anew beside those that serve. What customers say is no event and stays.
create table journey_generations (
  generation bigint not null,
  state varchar(12) not null,
  done bigint not null,
  total bigint not null,
  held_until timestamp(6) with time zone not null,
  begun_at timestamp(6) with time zone not null,
  reason varchar(500),
  constraint journey_generations_key primary key (generation),
  constraint journey_generations_state
    check (state in ('BUILDING', 'CATCHING_UP', 'SERVING', 'OVER', 'FAILED'))
);

insert into journey_generations (generation, state, done, total, held_until, begun_at)
values (1, 'SERVING', 0, 0, current_timestamp, current_timestamp);

create table confirmations_seen (
  correlation_id varchar(64) not null,
  position bigint generated always as identity,
  tapped_at timestamp(6) with time zone,
  seen_at timestamp(6) with time zone,
  constraint confirmations_seen_key primary key (correlation_id)
);

insert into confirmations_seen (correlation_id, tapped_at, seen_at)
select correlation_id, tapped_at, seen_at from journeys where seen_at is not null order by position;

create index confirmations_seen_latest on confirmations_seen (position);

delete from journeys where order_id is null and confirmed_at is null;
alter table journeys drop column tapped_at;
alter table journeys drop column seen_at;
alter table journeys add column generation bigint default 1 not null;
alter table journeys drop constraint journeys_key;
alter table journeys add constraint journeys_key primary key (generation, correlation_id);
drop index journeys_latest;
create index journeys_latest on journeys (generation, position);

alter table journey_flights add column generation bigint default 1 not null;
alter table journey_flights drop constraint journey_flights_key;
alter table journey_flights add constraint journey_flights_key primary key (generation, order_id);
