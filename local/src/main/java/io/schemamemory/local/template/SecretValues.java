package io.schemamemory.local.template;

import java.util.Map;

/// The contents of Secrets Manager: by secret name, the keys and values of its JSON document.
public record SecretValues(Map<String, Map<String, String>> byName) {
  public SecretValues {
    byName = Map.copyOf(byName);
  }

  /// Names only, so that no secret reaches a log.
  @Override
  public String toString() {
    return "SecretValues" + byName.keySet();
  }
}
