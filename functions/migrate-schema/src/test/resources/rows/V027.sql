insert into memory.quarantine (kind, reference, reason, attempts, version, feed_id, payload)
select 'audit_entry', 7, 'the body has no id', 1, '0.1.0', id, '\x01' from memory.feed;
