insert into memory.deploy_request (
  workspace_id, external_id, number, organization, database_name, branch, into_branch, outcome, statements,
  opened_by, opened_at, approved_by, approved_at, template, people)
select
  p.workspace_id, 'dr1', 42, 'acme', 'shop', 'add-index', 'main', 'open', '[{"ddl": "alter table customers"}]',
  p.id, now(), p.id, now(), '{1} opened deploy request #42.', array[p.id]
from memory.person p
where p.display_name = 'Jane Doe';
insert into memory.path_lock (workspace_id, path) select id, 'acme/shop/1' from memory.workspace where name = 'acme';
