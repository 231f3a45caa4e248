package io.schemamemory.data.inbox;

import java.util.List;

/// Which deliveries are to be normalized again.
public sealed interface DeliverySelection {
  /// Whatever has been received and is kept.
  record Everything() implements DeliverySelection {}

  /// All that rest in quarantine.
  record Quarantined() implements DeliverySelection {}

  /// Those in quarantine for a reason, word for word.
  record OfReason(String reason) implements DeliverySelection {
    public OfReason {
      requireText(reason);
    }
  }

  /// Those of an event, in quarantine or told already.
  record OfEvent(String event) implements DeliverySelection {
    public OfEvent {
      requireText(event);
    }
  }

  /// Those with these ids.
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
