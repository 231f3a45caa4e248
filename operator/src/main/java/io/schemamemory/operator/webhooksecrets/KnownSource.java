package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.operator.RefusedException;
import java.util.Set;
import java.util.TreeSet;

/// Looks up the source a command names.
final class KnownSource {
  private KnownSource() {}

  /// @throws RefusedException if there is none, with the names there are
  static SourceSecrets of(WebhookSecrets secrets, String name) {
    return secrets.of(name).orElseThrow(() -> unknown(new TreeSet<>(secrets.bySource().keySet())));
  }

  private static RefusedException unknown(Set<String> names) {
    return new RefusedException(
        "there is no source of this name; there are: "
            + (names.isEmpty() ? "none" : String.join(", ", names))
            + ". A new one is made with add");
  }
}
