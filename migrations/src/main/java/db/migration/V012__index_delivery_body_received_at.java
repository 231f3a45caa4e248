package db.migration;

import io.schemamemory.migrations.MonthsIndex;
import io.schemamemory.migrations.MonthsIndexMigration;

/// What arrived between two times (an export, an audit, a replay of an afternoon) reads those pages
/// instead of a month of bodies, whose only index begins with the delivery's id.
///
/// BRIN, since bodies come nearly in the order of time: a few pages a month instead of a b-tree as
/// large as the key, and next to nothing for the receiver to pay. Summarized as it grows, because
/// a range nobody summarized is read by every query.
@SuppressWarnings("IdentifierName") // Flyway reads version and description from the name.
public final class V012__index_delivery_body_received_at extends MonthsIndexMigration {
  /// Called by Flyway.
  public V012__index_delivery_body_received_at() {
    super(
        new MonthsIndex(
            "delivery_body",
            "received_at_idx",
            "using brin (received_at) with (autosummarize = on)"));
  }
}
