insert into memory.run (function, ended_at, outcome, numbers) values ('poll-audit-log', now(), 'done', '{"entries": 2}');

insert into memory.keyset_canary (sealed, hash) values ('\x01', '\x02');
