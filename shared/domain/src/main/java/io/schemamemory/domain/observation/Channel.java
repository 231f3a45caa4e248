package io.schemamemory.domain.observation;

import java.util.Locale;

/// How something was learned, the best-informed first.
public enum Channel {
  API,
  WEBHOOK,
  AUDIT_LOG;

  /// The channel of a label.
  public static Channel ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /// The name in the database.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
