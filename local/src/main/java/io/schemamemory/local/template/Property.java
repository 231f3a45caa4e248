package io.schemamemory.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of the template with its path, so that an error can name the place.
public record Property(
    String logicalId, String path, @Nullable Object value, Intrinsics intrinsics) {

  /// A whole template, in which nothing is resolved.
  ///
  /// @throws TemplateException if it is not YAML
  public static Property unresolved(String template) {
    Intrinsics nothing = new Intrinsics(Map.of(), new SecretValues(Map.of()));
    return new Property("", "", CloudFormationYaml.read(template), nothing);
  }

  /// The same property of another value.
  public Property with(@Nullable Object other) {
    return new Property(logicalId, path, other, intrinsics);
  }

  public Property at(String key) {
    return child(key, entriesOf(value).get(key));
  }

  public boolean isAbsent() {
    return value == null;
  }

  /// The entries in the order of the template; empty if the property is absent.
  public Map<String, Property> entries() {
    if (value != null && !(value instanceof Map<?, ?>)) {
      throw problem("is not a map");
    }
    Map<String, Property> entries = new LinkedHashMap<>();
    entriesOf(value).forEach((key, child) -> entries.put(key, child(key, child)));
    return entries;
  }

  public String text() {
    if (value == null) {
      throw problem("is missing");
    }
    return intrinsics.resolve(this, value);
  }

  public String text(String fallback) {
    return value == null ? fallback : text();
  }

  public int number(int fallback) {
    String text = text(Integer.toString(fallback));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw problem("is " + text + ", expected a whole number");
    }
  }

  void mustBe(String only) {
    if (!text(only).equals(only)) {
      throw problem("is " + text() + ", and the runner serves " + only + " only");
    }
  }

  TemplateException problem(String what) {
    return new TemplateException(logicalId + ": " + path + " " + what);
  }

  private Property child(String key, @Nullable Object child) {
    return new Property(logicalId, path.isEmpty() ? key : path + "." + key, child, intrinsics);
  }

  private static Map<String, @Nullable Object> entriesOf(@Nullable Object value) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, child) -> entries.put(String.valueOf(key), child));
    }
    return entries;
  }
}
