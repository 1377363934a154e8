-- They are filed in the order in which they were stored.
drop index outbox_sent;
create index outbox_sent on outbox (position) where state = 'SENT';
