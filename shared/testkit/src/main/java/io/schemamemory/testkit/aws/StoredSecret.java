package io.schemamemory.testkit.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One secret's versions and the labels on them.
final class StoredSecret {
  static final String CURRENT = "AWSCURRENT";

  private final Map<String, Supplier<String>> versions = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  String text() {
    return versions.getOrDefault(currentVersion(), () -> "").get();
  }

  String currentVersion() {
    return labels.getOrDefault(CURRENT, "");
  }

  /// Makes a text the current one, as somebody else would.
  void write(String text) {
    labels.put(CURRENT, add(text));
  }

  /// One whose text may change by itself.
  static StoredSecret of(Supplier<String> text) {
    StoredSecret secret = new StoredSecret();
    secret.label(CURRENT, secret.add(text));
    return secret;
  }

  String add(String text) {
    return add(() -> text);
  }

  private String add(Supplier<String> text) {
    String version = UUID.randomUUID().toString();
    versions.put(version, text);
    return version;
  }

  void label(String label, String version) {
    labels.put(label, version);
  }

  /// A label leaves only the version it is said to be on.
  boolean move(String label, @Nullable String from, String to) {
    @Nullable String was = labels.get(label);
    if (was != null && !was.equals(from)) {
      return false;
    }
    labels.put(label, to);
    return true;
  }
}
