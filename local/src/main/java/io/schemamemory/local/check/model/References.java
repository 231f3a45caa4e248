package io.schemamemory.local.check.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parameters and resources that a value refers to.
public final class References {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w:]+)[^}]*}");

  private References() {}

  public static Set<String> in(@Nullable Object value) {
    Set<String> names = new TreeSet<>();
    collect(value, names);
    return names;
  }

  private static void collect(@Nullable Object value, Set<String> names) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((key, inner) -> entry(String.valueOf(key), inner, names));
      case List<?> list -> list.forEach(inner -> collect(inner, names));
      case String text ->
          PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
      case null, default -> {}
    }
  }

  private static void entry(String key, @Nullable Object inner, Set<String> names) {
    switch (key) {
      case "Ref" -> names.add(String.valueOf(inner));
      case "Fn::GetAtt" ->
          names.add(
              inner instanceof List<?> parts
                  ? String.valueOf(parts.getFirst())
                  : String.valueOf(inner).replaceFirst("\\..*", ""));
      case "Fn::Sub" -> substituted(inner, names);
      default -> collect(inner, names);
    }
  }

  /// A text may have names of its own, beside it in a map.
  private static void substituted(@Nullable Object inner, Set<String> names) {
    Set<String> within = new TreeSet<>();
    collect(inner, within);
    if (inner instanceof List<?> list && list.getLast() instanceof Map<?, ?> own) {
      own.keySet().forEach(name -> within.remove(String.valueOf(name)));
    }
    names.addAll(within);
  }
}
