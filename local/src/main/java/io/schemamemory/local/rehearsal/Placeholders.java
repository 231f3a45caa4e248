package io.schemamemory.local.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the page leaves to its reader, and this rehearsal's values for it.
///
/// @param values by placeholder, earlier ones replaced first; asked for only when needed
record Placeholders(Map<String, Supplier<String>> values) {
  private static final Pattern LEFT =
      Pattern.compile(
          "\\b(HOST|DATABASE|STACK|REGION|ACCOUNT|ORGANIZATION|TOKEN_ID|ID)\\b|\\.\\.\\.|…");

  Placeholders {
    values = new LinkedHashMap<>(values);
  }

  /// Fails if a placeholder is left that has no value.
  String fill(Block block) {
    String text = block.text();
    for (Map.Entry<String, Supplier<String>> value : values.entrySet()) {
      if (text.contains(value.getKey())) {
        text = text.replace(value.getKey(), value.getValue().get());
      }
    }
    Matcher left = LEFT.matcher(text);
    if (left.find()) {
      throw new RehearsalException(
          "the block in line %d has the placeholder %s, which the rehearsal has no value for"
              .formatted(block.line(), left.group()));
    }
    return text;
  }
}
