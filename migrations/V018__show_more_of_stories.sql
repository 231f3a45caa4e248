-- A story shows how long it took, until when it can be taken back, and what went wrong.

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
  d.errors
from memory.deploy_request d
order by coalesce(d.deployed_at, d.opened_at) desc nulls last;
comment on column memory.story.time_to_deploy is 'From the queue to the changed schema.';
