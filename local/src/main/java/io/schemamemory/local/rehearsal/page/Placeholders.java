package io.schemamemory.local.rehearsal.page;

import io.schemamemory.local.rehearsal.terminal.RehearsalException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words that the page leaves to its reader, and this rehearsal's values for them.
///
/// @param values by placeholder, earlier ones replaced first; asked for only when needed
public record Placeholders(Map<String, Supplier<String>> values) {
  /// Words in capitals that are no variables of the shell, and what is left out.
  private static final Pattern LEFT =
      Pattern.compile("(?<![\\w$\\{-])[A-Z][A-Z_]+(?![\\w=}])|\\.\\.\\.");

  public Placeholders {
    values = new LinkedHashMap<>(values);
  }

  /// The block's text with everything filled in; fails if a placeholder is left that has no value.
  public String fill(Block block) {
    check(block);
    String text = block.text();
    for (Map.Entry<String, Supplier<String>> value : values.entrySet()) {
      Matcher found = whole(value.getKey()).matcher(text);
      if (found.find()) {
        text = found.replaceAll(Matcher.quoteReplacement(value.getValue().get()));
      }
    }
    return text;
  }

  private void check(Block block) {
    String text = block.text();
    for (String key : values.keySet()) {
      text = whole(key).matcher(text).replaceAll("");
    }
    Matcher left = LEFT.matcher(text);
    if (left.find()) {
      throw new RehearsalException(
          "the block in line %d has the placeholder %s, which the rehearsal has no value for"
              .formatted(block.line(), left.group()));
    }
  }

  /// `REGION` is not a part of `AWS_REGION`.
  private static Pattern whole(String placeholder) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(placeholder) + "(?!\\w)");
  }
}
