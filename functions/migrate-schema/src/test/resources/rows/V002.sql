-- Somebody decided otherwise than we do.
update memory.retention_policy set keep = interval '25 months' where table_name = 'delivery_body';
