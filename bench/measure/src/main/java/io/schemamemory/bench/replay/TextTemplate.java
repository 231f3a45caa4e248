package io.schemamemory.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A parameter's text split at its observation ids: JSON with `id` or `observation_id`, or an array
/// of ids. Split when recorded, so that a replay only joins it.
///
/// @param parts the text before each id, and after the last one
record TextTemplate(List<String> parts, List<Long> ids) {
  private static final Pattern ARRAY = Pattern.compile("\\{[0-9]+(,[0-9]+)*}");
  private static final Pattern IN_ARRAY = Pattern.compile("\\b[1-9][0-9]{9}\\b");
  private static final Pattern IN_OBJECT =
      Pattern.compile("(?<=\"(observation_)?id\":)[1-9][0-9]{9}");

  static boolean isOne(String text) {
    return ids(text).find();
  }

  private static Matcher ids(String text) {
    Pattern id = ARRAY.matcher(text).matches() ? IN_ARRAY : IN_OBJECT;
    return id.matcher(text);
  }

  static TextTemplate of(String text) {
    List<String> parts = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    Matcher found = ids(text);
    int end = 0;
    while (found.find()) {
      parts.add(text.substring(end, found.start()));
      ids.add(Long.valueOf(found.group()));
      end = found.end();
    }
    parts.add(text.substring(end));
    return new TextTemplate(parts, ids);
  }

  String with(ReplayIds given) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ids.size(); i++) {
      text.append(parts.get(i)).append(given.of(ids.get(i)));
    }
    return text.append(parts.getLast()).toString();
  }
}
