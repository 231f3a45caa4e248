-- What the receiver had to put into the spill queue comes back through normalize-deliveries, by the
-- same door: there is no other way in.

grant execute on function memory.receive(text, text, text, timestamptz, bytea)
  to normalize_deliveries;
