-- What rests in quarantine can be replayed by the name of its event, where that could be read.

alter table memory.quarantine add column event text;

comment on column memory.quarantine.event is 'The event''s name as sent; null where not even that could be read.';

grant insert (event), update (event) on memory.quarantine to normalize_deliveries;
