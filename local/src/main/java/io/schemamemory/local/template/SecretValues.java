package io.schemamemory.local.template;

import java.util.Map;

/// What Secrets Manager would hold: by secret name, the keys and values of its JSON document.
public record SecretValues(Map<String, Map<String, String>> byName) {
  public SecretValues {
    byName = Map.copyOf(byName);
  }

  /// Names only: a secret must not reach a log through a string of its holder.
  @Override
  public String toString() {
    return "SecretValues" + byName.keySet();
  }
}
