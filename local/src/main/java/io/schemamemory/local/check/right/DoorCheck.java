package io.schemamemory.local.check.right;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// No resource lets everybody in, and no policy allows everything.
public final class DoorCheck {
  /// In a key's own policy a star means this key.
  private static final String KEY = "AWS::KMS::Key";

  private DoorCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template.resources().entrySet().stream()
        .flatMap(
            resource ->
                allowed(resource.getValue(), resource.getValue().value())
                    .flatMap(
                        one -> wide(one, AsWritten.of(resource.getValue().at("Type")).equals(KEY)))
                    .map(what -> new Defect(resource.getKey(), what)));
  }

  /// Everything in a resource that is a statement of a policy, or stands for one.
  private static Stream<Property> allowed(Property resource, @Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          Stream.concat(
              map.containsKey("Principal") || "Allow".equals(map.get("Effect"))
                  ? Stream.of(resource.with(map))
                  : Stream.empty(),
              map.values().stream().flatMap(inner -> allowed(resource, inner)));
      case List<?> list -> list.stream().flatMap(inner -> allowed(resource, inner));
      case null, default -> Stream.empty();
    };
  }

  private static Stream<String> wide(Property one, boolean isKey) {
    Property principal = one.at("Principal");
    boolean everybody =
        isAll(principal) || (principal.value() instanceof Map<?, ?> && isAll(principal.at("AWS")));
    Stream<String> open =
        everybody && one.at("Condition").isAbsent()
            ? Stream.of("Principal: lets everybody in")
            : Stream.empty();
    Stream<String> all =
        isKey
            ? Stream.empty()
            : Stream.of("Action", "Resource")
                .filter(
                    key ->
                        AsWritten.items(one.at(key)).map(AsWritten::of).anyMatch(DoorCheck::isWide))
                .map(key -> key + ": a policy allows everything of it");
    return Stream.concat(open, all);
  }

  private static boolean isAll(Property property) {
    return AsWritten.items(property).map(AsWritten::of).toList().equals(List.of("*"));
  }

  private static boolean isWide(String text) {
    return text.equals("*") || text.endsWith(":*");
  }
}
