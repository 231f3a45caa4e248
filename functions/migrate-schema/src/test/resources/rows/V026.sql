select memory.ensure_month('audit_log_entry', now() - interval '4 months');
insert into memory.audit_log_entry (feed_id, id, created_at, workspace_id, action, actor_type, actor_id, body)
select f.id, 'a' || extract(month from at), at, f.workspace_id, 'deploy_request.approved', 'User', 'u1', '\x01'
from memory.feed f, unnest(array[now() - interval '4 months', now()]) as at;
insert into memory.run (function, ended_at, outcome, numbers) values ('poll-audit-log', now(), 'done', '{"entries": 2}');
