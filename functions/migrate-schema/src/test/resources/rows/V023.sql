insert into memory.replay (selection, argument, position, last_delivery_id, replayed)
values ('event', 'branch.ready', 1, 2, 1);
