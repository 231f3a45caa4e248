package io.schemamemory.poll;

import io.schemamemory.data.Feed;
import io.schemamemory.planetscale.api.AuditEntry;
import io.schemamemory.planetscale.api.Raw;
import io.schemamemory.sealing.Column;
import io.schemamemory.sealing.EmailAddress;
import io.schemamemory.sealing.NetworkAddress;
import io.schemamemory.sealing.Place;
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
    List<String> row = List.of(Long.toString(feed.id()), id);
    return sealed(new Place(feed.workspaceId(), BODY, row), text);
  }

  /// In base64, for it may be no text at all.
  String payload(Feed feed, long reference, Raw raw) {
    List<String> row = List.of("audit_entry", Long.toString(reference));
    String text = Base64.getEncoder().encodeToString(raw.bytes());
    return sealed(new Place(feed.workspaceId(), PAYLOAD, row), text);
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

  private String sealed(Place place, String text) {
    return HexFormat.of().formatHex(sealer.seal(place, text).bytes());
  }

  private String hash(Feed feed, Column column, Searchable value) {
    return HexFormat.of().formatHex(hasher.hash(feed.workspaceId(), column, value).bytes());
  }
}
