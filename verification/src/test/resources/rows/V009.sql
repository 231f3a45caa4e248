insert into memory.quarantine (kind, reference, reason, attempts, version)
select 'delivery', min(id), 'not JSON', 5, '0.1.0' from memory.delivery;
insert into memory.quarantine (kind, reference, reason, attempts, version, feed_id, payload)
select 'audit_entry', 7, 'the body has no id', 1, '0.1.0', id, '\x01' from memory.feed;
insert into memory.replay (selection, argument, position, last_delivery_id, replayed)
values ('event', 'branch.ready', 1, 2, 1);
