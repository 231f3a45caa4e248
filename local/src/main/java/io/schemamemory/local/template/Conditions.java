package io.schemamemory.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A template's conditions, each true or false by the parameters of a run.
final class Conditions {
  private final Map<String, Property> declared;
  private final Intrinsics parameters;

  private Conditions(Map<String, Property> declared, Intrinsics parameters) {
    this.declared = declared;
    this.parameters = parameters;
  }

  /// As names that `Fn::If` can look up; a condition the runner cannot decide has none.
  static Map<String, String> of(Property root, Intrinsics parameters) {
    Conditions conditions = new Conditions(root.at("Conditions").entries(), parameters);
    Map<String, String> decided = new HashMap<>();
    conditions.declared.forEach(
        (name, condition) -> {
          try {
            decided.put(nameOf(name), String.valueOf(conditions.holds(condition)));
          } catch (TemplateException undecided) {
            // Whatever depends on it says so.
          }
        });
    return decided;
  }

  /// Not a name a parameter or a resource can have.
  static String nameOf(String condition) {
    return "Condition " + condition;
  }

  private boolean holds(Property condition) {
    if (!(condition.value() instanceof Map<?, ?> map) || map.size() != 1) {
      throw condition.problem("is no condition");
    }
    Map.Entry<?, ?> call = map.entrySet().iterator().next();
    return switch (String.valueOf(call.getKey())) {
      case "Condition" -> named(condition, String.valueOf(call.getValue()));
      case "Fn::Equals" -> {
        List<?> pair = arguments(condition, call.getValue());
        yield text(condition, pair.getFirst()).equals(text(condition, pair.getLast()));
      }
      case "Fn::Not" -> !holds(condition.with(arguments(condition, call.getValue()).getFirst()));
      case "Fn::And" ->
          arguments(condition, call.getValue()).stream()
              .allMatch(part -> holds(condition.with(part)));
      case "Fn::Or" ->
          arguments(condition, call.getValue()).stream()
              .anyMatch(part -> holds(condition.with(part)));
      case String other -> throw condition.problem("uses " + other);
    };
  }

  private boolean named(Property condition, String name) {
    Property other = declared.get(name);
    if (other == null) {
      throw condition.problem("refers to " + name + ", which is no condition");
    }
    return holds(other);
  }

  private String text(Property condition, @Nullable Object value) {
    if (value == null) {
      throw condition.problem("compares nothing");
    }
    return parameters.resolve(condition, value);
  }

  private static List<?> arguments(Property condition, @Nullable Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      throw condition.problem("has a function without arguments");
    }
    return list;
  }
}
