insert into memory.legal_hold (table_name, first_month, reason) values ('delivery_body', date '2026-01-01', 'a dispute');
