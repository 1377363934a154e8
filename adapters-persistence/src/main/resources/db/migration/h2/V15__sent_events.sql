-- They are filed in the order in which they were stored, and found by outbox_waiting.
drop index outbox_sent;
