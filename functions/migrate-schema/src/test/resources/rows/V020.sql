insert into memory.entity (workspace_id, kind, name, first_seen, last_seen)
select workspace_id, 'organization', organization, min(occurred_at), max(occurred_at)
from memory.observation group by workspace_id, organization;
