package io.schemamemory.bench.replay;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parameter, and how it was set.
///
/// @param arguments the second is the value
record Setting(Method setter, List<@Nullable Object> arguments) {
  static Setting of(Method setter, @Nullable Object[] arguments) {
    List<@Nullable Object> kept = new ArrayList<@Nullable Object>(Arrays.asList(arguments));
    if (kept.get(1) instanceof String text && TextWithIds.isOne(text)) {
      kept.set(1, TextWithIds.of(text));
    }
    return new Setting(setter, kept);
  }

  void apply(PreparedStatement statement, GivenIds ids) throws ReflectiveOperationException {
    @Nullable Object[] now = arguments.toArray();
    now[1] =
        switch (now[1]) {
          case null -> null;
          case Long id -> ids.of(id);
          case TextWithIds text -> text.with(ids);
          case Object other -> other;
        };
    setter.invoke(statement, now);
  }
}
