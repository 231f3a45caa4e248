package io.schemamemory.data;

import java.util.List;

/// Which deliveries are to be normalized again.
public sealed interface Selection {
  /// Whatever has been received and is kept.
  record Everything() implements Selection {}

  /// All that rest in quarantine.
  record Quarantined() implements Selection {}

  /// Those in quarantine for a reason, word for word.
  record OfReason(String reason) implements Selection {
    public OfReason {
      requireText(reason);
    }
  }

  /// Those of an event, in quarantine or told already.
  record OfEvent(String event) implements Selection {
    public OfEvent {
      requireText(event);
    }
  }

  /// Those with these ids.
  record Deliveries(List<Long> ids) implements Selection {
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
