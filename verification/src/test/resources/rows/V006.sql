insert into memory.observation_facet (workspace_id, facet, value, occurred_at, observation_id)
select workspace_id, 'organization', organization, occurred_at, id from memory.observation;
insert into memory.entity (workspace_id, kind, key, name, first_seen, last_seen)
select workspace_id, 'organization', organization, organization, min(occurred_at), max(occurred_at)
from memory.observation group by workspace_id, organization;
insert into memory.temporal_state (workspace_id, kind, key, branch, attribute, valid_from, step, observation_id, value)
select workspace_id, 'branch', organization || '/' || database_name || '/main', 'main', 'ready', occurred_at, 0, id, 'true'
from memory.observation;
insert into memory.resource_name (workspace_id, kind, id, name, place, first_seen, last_seen)
select workspace_id, 'deploy_request', 'dr1', 'acme/shop/42', 'acme/shop', min(occurred_at), max(occurred_at)
from memory.observation group by workspace_id;
