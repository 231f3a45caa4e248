insert into memory.workspace (name) values ('acme');
insert into memory.source (workspace_id, name) select id, 'billing' from memory.workspace where name = 'acme';
