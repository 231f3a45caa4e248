insert into memory.observation_facet (workspace_id, facet, value, occurred_at, observation_id)
select workspace_id, 'organization', organization, occurred_at, id from memory.observation;
