package io.schemamemory.bench.replay;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A recorded call that set a parameter.
///
/// @param arguments its arguments; the second is the value
record ParameterSetter(Method setter, List<@Nullable Object> arguments) {
  static ParameterSetter of(Method setter, @Nullable Object[] arguments) {
    List<@Nullable Object> kept = new ArrayList<@Nullable Object>(Arrays.asList(arguments));
    if (kept.get(1) instanceof String text && TextTemplate.isOne(text)) {
      kept.set(1, TextTemplate.of(text));
    }
    return new ParameterSetter(setter, kept);
  }

  void apply(PreparedStatement statement, ReplayIds ids) throws ReflectiveOperationException {
    @Nullable Object[] now = arguments.toArray();
    now[1] =
        switch (now[1]) {
          case null -> null;
          case Long id -> ids.of(id);
          case TextTemplate text -> text.with(ids);
          case Object other -> other;
        };
    setter.invoke(statement, now);
  }
}
