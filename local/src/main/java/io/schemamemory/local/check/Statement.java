package io.schemamemory.local.check;

import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One statement of a function's policies.
record Statement(List<String> actions, @Nullable Object resource) {
  static List<Statement> of(Property policies) {
    return items(policies.value()).flatMap(Statement::ofPolicy).toList();
  }

  /// A managed policy or a template of SAM's is an action of that name: no code calls it.
  private static Stream<Statement> ofPolicy(@Nullable Object policy) {
    if (policy instanceof Map<?, ?> document && document.containsKey("Statement")) {
      return items(document.get("Statement")).map(Statement::ofStatement);
    }
    return Stream.of(new Statement(List.of(String.valueOf(policy)), null));
  }

  private static Statement ofStatement(@Nullable Object statement) {
    return statement instanceof Map<?, ?> fields
        ? new Statement(
            items(fields.get("Action")).map(String::valueOf).toList(), fields.get("Resource"))
        : new Statement(List.of(String.valueOf(statement)), null);
  }

  private static Stream<?> items(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case List<?> list -> list.stream();
      default -> Stream.of(value);
    };
  }
}
