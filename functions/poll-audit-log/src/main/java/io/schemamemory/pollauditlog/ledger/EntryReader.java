package io.schemamemory.pollauditlog.ledger;

import io.micronaut.context.annotation.Prototype;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.LedgerEntry;
import io.schemamemory.data.audit.LedgerEntry.Party;
import io.schemamemory.data.audit.QuarantinedEntry;
import io.schemamemory.domain.event.SourceClock;
import io.schemamemory.planetscale.api.AuditEvents;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.AuditEntry.Mention;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.pollauditlog.ledger.EntryReading.Entry;
import io.schemamemory.pollauditlog.ledger.EntryReading.Quarantined;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns items of the audit log into rows, with nothing personal in clear.
@Prototype
public class EntryReader {
  /// This release, from the jar it is in; a class folder has none.
  public static final String VERSION =
      Objects.requireNonNullElse(
          EntryReader.class.getPackage().getImplementationVersion(), "development");

  private final LedgerSealer sealer;

  public EntryReader(LedgerSealer sealer) {
    this.sealer = sealer;
  }

  /// Reads an item.
  ///
  /// @param now by our clock: a time beyond it is doubtful
  public EntryReading read(Feed feed, Item<AuditEntry> item, Instant now) {
    return switch (item) {
      case Item.Read<AuditEntry>(AuditEntry entry, Raw raw) ->
          new Entry(
              row(feed, entry, raw, now),
              AuditEvents.of(feed.organization(), entry),
              HexFormat.of().formatHex(digest(feed, raw)),
              raw);
      case Item.Unreadable<AuditEntry> unreadable ->
          quarantined(feed, unreadable.raw(), null, unreadable.reason());
    };
  }

  /// An entry for quarantine; it is identified by its bytes, so the same bytes are one entry.
  public Quarantined quarantined(Feed feed, Raw raw, @Nullable String action, String reason) {
    long reference = reference(feed, raw);
    return new Quarantined(
        new QuarantinedEntry(
            reference, action, reason, VERSION, sealer.payload(feed, reference, raw)));
  }

  /// Identifies bytes in quarantine.
  private static long reference(Feed feed, Raw raw) {
    return ByteBuffer.wrap(digest(feed, raw)).getLong();
  }

  private LedgerEntry row(Feed feed, AuditEntry entry, Raw raw, Instant now) {
    return new LedgerEntry(
        entry.id(),
        entry.createdAt(),
        SourceClock.doubts(entry.createdAt(), now),
        entry.updatedAt(),
        entry.action(),
        party(entry.actor()),
        party(entry.auditable()),
        party(entry.target()),
        sealer.body(feed, entry.id(), raw.text()),
        sealer.remoteIp(feed, entry).orElse(null),
        sealer.email(feed, entry).orElse(null));
  }

  private static Party party(Mention mention) {
    return new Party(mention.type(), mention.id());
  }

  /// Of the feed too: two organizations may have entries with the same bytes.
  private static byte[] digest(Feed feed, Raw raw) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(0, feed.id()));
      return sha256.digest(raw.bytes());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }
}
