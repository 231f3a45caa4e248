package io.schemamemory.local.check.model;

import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Values as they stand in the template: nothing is resolved.
public final class AsWritten {
  private AsWritten() {}

  /// A plain value, or what `Fn::Sub` is made of; empty for any other.
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> call when call.get("Fn::Sub") instanceof String text -> text;
      case Map<?, ?> call when call.get("Fn::Sub") instanceof List<?> list && !list.isEmpty() ->
          String.valueOf(list.getFirst());
      case Map<?, ?> _, List<?> _ -> "";
      default -> String.valueOf(value);
    };
  }

  /// The value of a property, as it stands there.
  public static String of(Property property) {
    return of(property.value());
  }

  /// The items of a list, or the one value that stands for a list of one.
  public static Stream<Property> items(Property list) {
    return switch (list.value()) {
      case null -> Stream.empty();
      case List<?> values -> values.stream().map(list::with);
      default -> Stream.of(list);
    };
  }

  /// A number that stands there itself.
  public static boolean isBelow(Property property, double least) {
    return property.value() instanceof Number number && number.doubleValue() < least;
  }
}
