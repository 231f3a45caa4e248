package io.schemamemory.data.inbox;

import java.util.List;

/// Which deliveries to replay.
public sealed interface DeliverySelection {
  /// All deliveries whose bytes are still kept.
  record Everything() implements DeliverySelection {}

  /// All quarantined deliveries.
  record Quarantined() implements DeliverySelection {}

  /// Deliveries quarantined for exactly this reason.
  record OfReason(String reason) implements DeliverySelection {
    public OfReason {
      requireText(reason);
    }
  }

  /// Deliveries of an event, quarantined or normalized.
  record OfEvent(String event) implements DeliverySelection {
    public OfEvent {
      requireText(event);
    }
  }

  /// Deliveries with these ids.
  record Deliveries(List<Long> ids) implements DeliverySelection {
    private static final int MOST = 1_000;

    public Deliveries {
      ids = List.copyOf(ids);
      if (ids.isEmpty() || ids.size() > MOST) {
        throw new IllegalArgumentException("between 1 and " + MOST + " deliveries");
      }
    }
  }

  private static void requireText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("not blank");
    }
  }
}
