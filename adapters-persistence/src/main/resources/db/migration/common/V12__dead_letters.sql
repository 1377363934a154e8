-- Messages that consumers did not take, until a person has them resumed.
create table dead_letters (
  letter_id uuid not null,
  consumer varchar(100) not null,
  -- The event's id, or the message's place at the broker if it has none.
  name varchar(300) not null,
  state varchar(10) not null,
  aggregate_id varchar(200),
  version bigint not null,
  type varchar(200),
  data varchar,
  payload varchar not null,
  correlation_id varchar(64),
  causation_id varchar(200),
  occurred_at timestamp(6) with time zone,
  reason varchar(500) not null,
  attempts integer not null,
  set_aside_at timestamp(6) with time zone not null,
  constraint dead_letters_key primary key (letter_id),
  constraint dead_letters_name unique (consumer, name),
  constraint dead_letters_state check (state in ('PARKED', 'WAITING', 'SKIPPED')),
  constraint dead_letters_event check (type is null or (aggregate_id is not null and data is not null
    and correlation_id is not null and occurred_at is not null and version > 0))
);

create index dead_letters_of on dead_letters (consumer, aggregate_id, version);
