with known as (
  insert into memory.person_identity (workspace_id, actor_type, provider_id)
  select id, 'User', 'u1' from memory.workspace where name = 'acme'
  returning workspace_id, person_id
)
insert into memory.person (id, workspace_id, display_name, avatar_url, named_at)
overriding system value
select person_id, workspace_id, 'Jane Doe', 'https://example.com/jane.png', now() from known;
insert into memory.person (workspace_id, forgotten_at) select id, now() from memory.workspace where name = 'acme';
