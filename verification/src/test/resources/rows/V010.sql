insert into memory.run (function, ended_at, outcome, numbers) values ('poll-audit-log', now(), 'done', '{"entries": 2}');
