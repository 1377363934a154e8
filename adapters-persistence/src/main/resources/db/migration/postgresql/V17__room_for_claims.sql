-- A claim changes no column that an index has. With room left on its page it stays there and touches
-- no index; a row is claimed once for each time it is sent.
alter table outbox set (fillfactor = 50);
