package io.schemamemory.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A JSON text whose objects are observations, or name them, by number, or an array of numbers;
/// taken apart before anything is measured.
///
/// @param parts what stands before each number, and after the last
record TextWithIds(List<String> parts, List<Long> ids) {
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

  static TextWithIds of(String text) {
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
    return new TextWithIds(parts, ids);
  }

  String with(GivenIds given) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ids.size(); i++) {
      text.append(parts.get(i)).append(given.of(ids.get(i)));
    }
    return text.append(parts.getLast()).toString();
  }
}
