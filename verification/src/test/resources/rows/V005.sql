insert into memory.observation (
  workspace_id, key, kind, organization, database_name, deploy_request, branch, occurred_at, template, people)
select
  p.workspace_id, 'deploy_request/dr1/opened', 'deploy_request.opened', 'acme', 'shop', 'dr1', 'add-index',
  now(), '{1} opened deploy request #42.', array[p.id]
from memory.person p
where p.display_name = 'Jane Doe';
-- A duplicate of the other.
insert into memory.observation (
  workspace_id, key, kind, organization, database_name, occurred_at, template, people, duplicate_of)
select workspace_id, 'audit_log_entry/a1', 'unknown', 'acme', 'shop', now(), 'Opened.', '{}', id
from memory.observation;
insert into memory.sighting (
  observation_id, channel, reference, kind, event, organization, database_name, sent_at, occurred_at, exact,
  digest, facts, observed_at, received_at)
select
  o.id, 'webhook', d.id, o.kind, o.kind, o.organization, o.database_name, now(), o.occurred_at, true,
  d.digest, '{"deploy_request": "dr1"}', now(), now()
from memory.observation o, (select id, digest from memory.delivery order by id limit 1) as d
where o.duplicate_of is null;
