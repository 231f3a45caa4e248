insert into memory.feed (workspace_id, organization) select id, 'acme' from memory.workspace where name = 'default';
insert into memory.feed_position (feed_id, watermark, caught_up_at, whole)
select id, now() - interval '1 hour', now(), false from memory.feed;
insert into memory.lease (name, owner, until, fence) values ('poll-audit-log/acme', 'somebody', now(), 7);
insert into memory.request_budget (organization, minute, remaining) values ('acme', date_trunc('minute', now()), 512);
