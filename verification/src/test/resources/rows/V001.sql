insert into memory.workspace (name) values ('acme');
insert into memory.reader (login, workspace_id) select 'jane', id from memory.workspace where name = 'acme';
