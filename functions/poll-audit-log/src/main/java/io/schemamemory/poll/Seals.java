package io.schemamemory.poll;

import io.schemamemory.data.Feed;
import io.schemamemory.planetscale.api.AuditEntry;
import io.schemamemory.planetscale.api.Raw;
import io.schemamemory.sealing.Column;
import io.schemamemory.sealing.EmailAddress;
import io.schemamemory.sealing.NetworkAddress;
import io.schemamemory.sealing.Opening;
import io.schemamemory.sealing.Opening.Opened;
import io.schemamemory.sealing.Place;
import io.schemamemory.sealing.Sealed;
import io.schemamemory.sealing.Sealer;
import io.schemamemory.sealing.SearchHasher;
import io.schemamemory.sealing.Searchable;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Seals what stands in the ledger for its place there, and hashes what it is found by; in hex.
@Singleton
class Seals {
  private static final Column BODY = new Column("audit_log_entry", "body");
  private static final Column REMOTE_IP = new Column("audit_log_entry", "remote_ip_hash");
  private static final Column EMAIL = new Column("audit_log_entry", "email_hash");
  private static final Column PAYLOAD = new Column("quarantine", "payload");

  private final Sealer sealer;
  private final SearchHasher hasher;

  Seals(Sealer sealer, SearchHasher hasher) {
    this.sealer = sealer;
    this.hasher = hasher;
  }

  String body(Feed feed, String id, String text) {
    return sealed(bodyPlace(feed, id), text);
  }

  /// In base64, for it may be no text at all.
  String payload(Feed feed, long reference, Raw raw) {
    return sealed(payloadPlace(feed, reference), Base64.getEncoder().encodeToString(raw.bytes()));
  }

  Optional<String> remoteIp(Feed feed, AuditEntry entry) {
    return Optional.ofNullable(entry.origin().remoteIp())
        .flatMap(NetworkAddress::parse)
        .map(address -> hash(feed, REMOTE_IP, address));
  }

  /// The first address it names: what it was done to says most, the rest follows by name.
  Optional<String> email(Feed feed, AuditEntry entry) {
    return Stream.of(
            Stream.ofNullable(entry.auditable().displayName()),
            entry.metadata().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue),
            Stream.ofNullable(entry.target().displayName()),
            Stream.ofNullable(entry.actor().displayName()))
        .flatMap(texts -> texts)
        .flatMap(text -> EmailAddress.parse(text).stream())
        .findFirst()
        .map(address -> hash(feed, EMAIL, address));
  }

  /// Opens what [#body] sealed.
  Opening openBody(Feed feed, String id, String hex) {
    return sealer.open(bodyPlace(feed, id), Sealed.of(HexFormat.of().parseHex(hex)));
  }

  /// Opens what [#payload] sealed.
  Opening openPayload(Feed feed, long reference, String hex) {
    return sealer.open(payloadPlace(feed, reference), Sealed.of(HexFormat.of().parseHex(hex)));
  }

  /// The same payload, sealed with the key in use; empty if it stays shut.
  Optional<String> payloadAnew(Feed feed, long reference, String hex) {
    return openPayload(feed, reference, hex) instanceof Opened(String text)
        ? Optional.of(sealed(payloadPlace(feed, reference), text))
        : Optional.empty();
  }

  /// What everything sealed with the key in use begins with.
  byte[] sealingMark() {
    return sealer.mark();
  }

  /// What every hash made with the key in use begins with.
  byte[] hashingMark() {
    return hasher.mark();
  }

  private static Place bodyPlace(Feed feed, String id) {
    return new Place(feed.workspaceId(), BODY, List.of(Long.toString(feed.id()), id));
  }

  private static Place payloadPlace(Feed feed, long reference) {
    return new Place(feed.workspaceId(), PAYLOAD, List.of("audit_entry", Long.toString(reference)));
  }

  private String sealed(Place place, String text) {
    return HexFormat.of().formatHex(sealer.seal(place, text).bytes());
  }

  private String hash(Feed feed, Column column, Searchable value) {
    return HexFormat.of().formatHex(hasher.hash(feed.workspaceId(), column, value).bytes());
  }
}
