package io.schemamemory.pollauditlog.ledger;

import io.schemamemory.data.audit.Feed;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.sealing.EmailAddress;
import io.schemamemory.sealing.NetworkAddress;
import io.schemamemory.sealing.OpenResult;
import io.schemamemory.sealing.OpenResult.Opened;
import io.schemamemory.sealing.Sealed;
import io.schemamemory.sealing.SealedColumn;
import io.schemamemory.sealing.Sealer;
import io.schemamemory.sealing.SealingContext;
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
public class LedgerSealer {
  private static final SealedColumn BODY = new SealedColumn("audit_log_entry", "body");
  private static final SealedColumn REMOTE_IP =
      new SealedColumn("audit_log_entry", "remote_ip_hash");
  private static final SealedColumn EMAIL = new SealedColumn("audit_log_entry", "email_hash");
  private static final SealedColumn PAYLOAD = new SealedColumn("quarantine", "payload");

  private final Sealer sealer;
  private final SearchHasher hasher;

  public LedgerSealer(Sealer sealer, SearchHasher hasher) {
    this.sealer = sealer;
    this.hasher = hasher;
  }

  public String body(Feed feed, String id, String text) {
    return sealed(bodyPlace(feed, id), text);
  }

  /// In base64, for it may be no text at all.
  String payload(Feed feed, long reference, Raw raw) {
    return sealed(payloadPlace(feed, reference), Base64.getEncoder().encodeToString(raw.bytes()));
  }

  public Optional<String> remoteIp(Feed feed, AuditEntry entry) {
    return Optional.ofNullable(entry.origin().remoteIp())
        .flatMap(NetworkAddress::parse)
        .map(address -> hash(feed, REMOTE_IP, address));
  }

  /// The first address it names: what it was done to says most, the rest follows by name.
  public Optional<String> email(Feed feed, AuditEntry entry) {
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
  public OpenResult openBody(Feed feed, String id, String hex) {
    return sealer.open(bodyPlace(feed, id), Sealed.of(HexFormat.of().parseHex(hex)));
  }

  /// Opens what [#payload] sealed.
  public OpenResult openPayload(Feed feed, long reference, String hex) {
    return sealer.open(payloadPlace(feed, reference), Sealed.of(HexFormat.of().parseHex(hex)));
  }

  /// The same payload, sealed with the key in use; empty if it stays shut.
  public Optional<String> payloadAnew(Feed feed, long reference, String hex) {
    return openPayload(feed, reference, hex) instanceof Opened(String text)
        ? Optional.of(sealed(payloadPlace(feed, reference), text))
        : Optional.empty();
  }

  /// What everything sealed with the key in use begins with.
  public byte[] sealingMark() {
    return sealer.mark();
  }

  /// What every hash made with the key in use begins with.
  public byte[] hashingMark() {
    return hasher.mark();
  }

  private static SealingContext bodyPlace(Feed feed, String id) {
    return new SealingContext(feed.workspaceId(), BODY, List.of(Long.toString(feed.id()), id));
  }

  private static SealingContext payloadPlace(Feed feed, long reference) {
    return new SealingContext(
        feed.workspaceId(), PAYLOAD, List.of("audit_entry", Long.toString(reference)));
  }

  private String sealed(SealingContext place, String text) {
    return HexFormat.of().formatHex(sealer.seal(place, text).bytes());
  }

  private String hash(Feed feed, SealedColumn column, Searchable value) {
    return HexFormat.of().formatHex(hasher.hash(feed.workspaceId(), column, value).bytes());
  }
}
