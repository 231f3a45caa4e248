-- Every scheduled function records its runs, each its own alone, and the doctor says whose have no end.

alter table memory.run enable row level security;
create policy poll_audit_log_all on memory.run for select
  to poll_audit_log using (true);
create policy poll_audit_log_begins on memory.run for insert
  to poll_audit_log with check (function = 'poll-audit-log');
create policy poll_audit_log_ends on memory.run for update
  to poll_audit_log using (function = 'poll-audit-log');
create policy normalize_deliveries_own on memory.run
  to normalize_deliveries using (function = 'normalize-deliveries');
create policy apply_retention_own on memory.run
  to apply_retention using (function = 'apply-retention');

comment on table memory.run is
  'Each scheduled run, and how it ended; of normalize-deliveries those that found something. Dropped by month.';

grant execute on function memory.ensure_month(text, timestamptz) to normalize_deliveries, apply_retention;
grant
  select (id, started_at),
  insert (function),
  update (ended_at, outcome, numbers)
on memory.run to normalize_deliveries, apply_retention;
grant select (function) on memory.run to poll_audit_log;
