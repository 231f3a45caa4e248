-- Who approved a deploy request and when: no webhook says it, the audit log does.

alter table memory.deploy_request
  add column approved_by bigint,
  add column approved_at timestamptz;
comment on column memory.deploy_request.approved_at is 'When it was first approved; null while no audit entry says.';

create or replace view memory.story with (security_invoker = true) as
select
  d.organization,
  d.database_name,
  d.number,
  d.branch,
  d.into_branch,
  d.outcome,
  d.can_drop_data,
  d.opened_at,
  d.deployed_at,
  d.reverted_at,
  d.closed_at,
  memory.entry_text(d.workspace_id, d.template, d.people) as story,
  d.statements,
  d.html_url,
  d.approved,
  d.queued_at,
  d.cut_over_at,
  d.deployed_at - d.queued_at as time_to_deploy,
  d.instant,
  d.revertible_until,
  d.revert_failed,
  d.cancelled_at,
  d.errored_at,
  d.errors,
  d.approved_at
from memory.deploy_request d
order by coalesce(d.deployed_at, d.opened_at) desc nulls last;
