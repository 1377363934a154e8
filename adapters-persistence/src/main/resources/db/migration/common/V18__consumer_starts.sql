-- How far consumers have come that start from the beginning of history; who is live stays live.
create table consumer_starts (
  consumer varchar(100) not null,
  state varchar(10) not null,
  -- Of who feeds it.
  token bigint not null,
  reached bigint not null,
  total bigint not null,
  held_until timestamp(6) with time zone not null,
  begun_at timestamp(6) with time zone not null,
  reason varchar(500),
  constraint consumer_starts_key primary key (consumer),
  constraint consumer_starts_state check (state in ('STARTING', 'SWITCHING', 'REFUSED', 'LIVE'))
);
