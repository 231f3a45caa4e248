-- The search function reads for many people: which workspace, it says per transaction.

-- Empty once a transaction that set it has ended, so an unset tenant is no tenant.
create function memory.chosen_workspace() returns bigint
language sql stable
set search_path = pg_catalog, pg_temp
return nullif(current_setting('app.workspace_id', true), '')::bigint;
comment on function memory.chosen_workspace() is
  'The workspace a transaction chose with set_config(''app.workspace_id'', ..., true); null for none.';

create policy search_memory_chosen on memory.person for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
create policy search_memory_chosen on memory.observation for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
create policy search_memory_chosen on memory.deploy_request for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));

grant execute on function memory.chosen_workspace(), memory.entry_text(bigint, text, bigint[])
  to search_memory;
grant select on memory.timeline, memory.story, memory.observation, memory.deploy_request
  to search_memory;
grant select (id, workspace_id, display_name) on memory.person to search_memory;
