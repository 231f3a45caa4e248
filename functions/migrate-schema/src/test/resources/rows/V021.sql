insert into memory.temporal_state (workspace_id, kind, name, attribute, valid_from, observation_id, value)
select workspace_id, 'branch', organization || '/' || database_name || '/main', 'ready', occurred_at, id, 'true'
from memory.observation;
