insert into memory.temporal_state (workspace_id, kind, name, branch, attribute, valid_from, step, observation_id, value)
select workspace_id, 'branch', organization || '/' || database_name || '/main', 'main', 'ready', occurred_at, 0, id, 'true'
from memory.observation;
