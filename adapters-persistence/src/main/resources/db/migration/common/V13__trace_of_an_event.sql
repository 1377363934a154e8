-- The W3C trace context of the tap that started it, if it is known.
alter table outbox add column traceparent varchar(55);
