package io.schemamemory.pollauditlog.ledger;

import io.micronaut.context.annotation.Prototype;
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
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Seals the ledger's personal values, each for its row, and hashes those that are searched; in
/// hex.
@Prototype
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
    return sealed(bodyContext(feed, id), text);
  }

  /// In base64, since the bytes may be no text.
  String payload(Feed feed, long reference, Raw raw) {
    return sealed(payloadContext(feed, reference), Base64.getEncoder().encodeToString(raw.bytes()));
  }

  public Optional<String> remoteIp(Feed feed, AuditEntry entry) {
    return Optional.ofNullable(entry.origin().remoteIp())
        .flatMap(NetworkAddress::parse)
        .map(address -> hash(feed, REMOTE_IP, address));
  }

  /// The first e-mail address in it: the auditable first, then the metadata by key, target, actor.
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

  /// Decrypts what [#body] sealed.
  public OpenResult openBody(Feed feed, String id, String hex) {
    return sealer.open(bodyContext(feed, id), Sealed.of(HexFormat.of().parseHex(hex)));
  }

  /// Decrypts what [#payload] sealed.
  public OpenResult openPayload(Feed feed, long reference, String hex) {
    return sealer.open(payloadContext(feed, reference), Sealed.of(HexFormat.of().parseHex(hex)));
  }

  /// Re-encrypts a payload with the key in use; empty if it cannot be decrypted.
  public Optional<String> resealPayload(Feed feed, long reference, String hex) {
    return openPayload(feed, reference, hex) instanceof Opened(String text)
        ? Optional.of(sealed(payloadContext(feed, reference), text))
        : Optional.empty();
  }

  /// The first bytes of everything sealed with the key in use.
  public byte[] sealingMark() {
    return sealer.mark();
  }

  /// The first bytes of every hash made with the key in use.
  public byte[] hashingMark() {
    return hasher.mark();
  }

  private static SealingContext bodyContext(Feed feed, String id) {
    return new SealingContext(feed.workspaceId(), BODY, List.of(Long.toString(feed.id()), id));
  }

  private static SealingContext payloadContext(Feed feed, long reference) {
    return new SealingContext(
        feed.workspaceId(), PAYLOAD, List.of("audit_entry", Long.toString(reference)));
  }

  private String sealed(SealingContext context, String text) {
    return HexFormat.of().formatHex(sealer.seal(context, text).bytes());
  }

  private String hash(Feed feed, SealedColumn column, Searchable value) {
    return HexFormat.of().formatHex(hasher.hash(feed.workspaceId(), column, value).bytes());
  }
}
