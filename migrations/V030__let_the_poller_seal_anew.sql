-- When keys rotate, what an old one sealed is sealed anew, and hashed anew: the poller, which has the
-- keys, opens it. Without them these bytes tell nothing.

grant
  select (body, remote_ip_hash, email_hash),
  update (body, remote_ip_hash, email_hash)
on memory.audit_log_entry to poll_audit_log;
