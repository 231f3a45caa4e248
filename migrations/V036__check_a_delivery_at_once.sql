-- One check of a delivery instead of three: each is read anew for every webhook, and a regular
-- expression builds its states anew.
set local lock_timeout = '200ms';

alter table memory.delivery
  drop constraint delivery_digest_check,
  drop constraint delivery_signature_check,
  drop constraint delivery_secret_fingerprint_check,
  add constraint delivery_evidence_check check (
    octet_length(digest) = 32
    and length(signature) = 64
    and length(secret_fingerprint) = 16
    and translate(signature || secret_fingerprint, '0123456789abcdef', '') = ''
  ) not valid;
