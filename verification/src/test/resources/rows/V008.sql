insert into memory.feed (workspace_id, organization) select id, 'acme' from memory.workspace where name = 'default';
insert into memory.feed_position (feed_id, watermark, caught_up_at, full_scan)
select id, now() - interval '1 hour', now(), false from memory.feed;
insert into memory.lease (name, owner, until, fence) values ('poll-audit-log/acme', 'somebody', now(), 7);
insert into memory.request_budget (organization, minute, remaining) values ('acme', date_trunc('minute', now()), 512);
select memory.ensure_month('audit_log_entry', now() - interval '4 months');
insert into memory.audit_log_entry (feed_id, id, created_at, workspace_id, action, actor_type, actor_id, body)
select f.id, 'a' || extract(month from at), at, f.workspace_id, 'deploy_request.approved', 'User', 'u1', '\x01'
from memory.feed f, unnest(array[now() - interval '4 months', now()]) as at;
