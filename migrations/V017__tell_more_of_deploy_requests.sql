-- What a story tells more of: its approval, its cutover, its cancellation, and whether a way back was left.

alter table memory.deploy_request
  add column approved boolean,
  add column cut_over_by bigint,
  add column cut_over_at timestamptz,
  add column instant boolean not null default false,
  add column cancelled_by bigint,
  add column cancelled_at timestamptz,
  add column revert_failed boolean not null default false;
comment on column memory.deploy_request.approved is 'Whether somebody approved it; null while no body says.';
comment on column memory.deploy_request.cut_over_at is 'When the new schema began to take the old one''s place; deployed_at is when it had.';
comment on column memory.deploy_request.revertible_until is 'When the way back ends; null where there never was one, as after an instant deployment.';
comment on column memory.deploy_request.instant is 'It changed metadata alone: at once, and past taking back.';
comment on column memory.deploy_request.cancelled_at is 'When the cancelled run ended; PlanetScale says no other time.';
comment on column memory.deploy_request.revert_failed is 'Taking it back was tried in vain, so it is still deployed.';
