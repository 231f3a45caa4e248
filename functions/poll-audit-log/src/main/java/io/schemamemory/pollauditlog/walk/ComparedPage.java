package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.Comparison;
import io.schemamemory.data.audit.Trail;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one page of a comparison shows of a stretch of time.
///
/// @param met the comparison so far; null before its first page
/// @param after where the stretch begins: entries at that very time may be on the next page
/// @param notAfter where it ends: entries at that very time may have been on the page before
/// @param isTold whether it can be told what is missing
record ComparedPage(
    @Nullable Comparison met,
    Instant beganAt,
    Page<AuditEntry> page,
    PageTimes times,
    Instant after,
    Instant notAfter,
    boolean isTold) {
  /// So many entries of one time and more are no log of what people do.
  private static final int LARGEST_EDGE = 1_000;

  static ComparedPage of(@Nullable Comparison met, Page<AuditEntry> page, Instant now) {
    Instant beganAt = met == null ? now : met.beganAt();
    @Nullable Instant before = met == null ? null : met.oldest();
    PageTimes times = PageTimes.of(null, before, page, now);
    Instant notAfter = before == null ? now : before;
    Instant retained = RetainedEntries.since(now);
    @Nullable Instant oldest = times.oldest();
    Instant after = page.next().isEmpty() ? retained : oldest == null ? notAfter : oldest;
    boolean isTold = (met == null || met.missing() != null) && !times.outOfOrder();
    return new ComparedPage(
        met, beganAt, page, times, after.isBefore(retained) ? retained : after, notAfter, isTold);
  }

  /// How many of the comparison's entries are missing with this page; null if that cannot be told.
  ///
  /// @param known the ledger's entries of this stretch
  @Nullable Long missing(Set<String> known) {
    if (!isTold || edge().size() > LARGEST_EDGE) {
      return null;
    }
    Set<String> missing = new HashSet<>(known);
    missing.removeAll(met == null ? List.of() : met.edge());
    page.items().stream().flatMap(Circles::id).forEach(missing::remove);
    @Nullable Long before = met == null ? Long.valueOf(0) : met.missing();
    return before == null ? null : before + missing.size();
  }

  /// The comparison after this page.
  Comparison next(String cursor, @Nullable Long missing) {
    Trail trail = met == null ? Trail.START : met.trail();
    return new Comparison(
        beganAt,
        cursor,
        times.oldest(),
        missing == null ? List.of() : edge(),
        missing,
        Circles.further(trail, page, cursor));
  }

  /// The entries of the oldest time, of earlier pages too; and those whose time could not be read.
  private List<String> edge() {
    @Nullable Instant oldest = times.oldest();
    List<String> edge = new ArrayList<>();
    if (met != null && (oldest == null || oldest.equals(met.oldest()))) {
      edge.addAll(met.edge());
    }
    for (Item<AuditEntry> item : page.items()) {
      if (!(item instanceof Item.Read<AuditEntry> read)
          || read.value().createdAt().equals(oldest)) {
        Circles.id(item).forEach(edge::add);
      }
    }
    return edge;
  }
}
