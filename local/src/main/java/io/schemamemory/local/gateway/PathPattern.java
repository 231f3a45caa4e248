package io.schemamemory.local.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A route's path: `{name}` takes one segment, `{name+}` takes the rest.
record PathPattern(Pattern pattern, List<String> names, String rank)
    implements Comparable<PathPattern> {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}+]+)(\\+?)}");

  static PathPattern of(String path) {
    List<String> names = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    StringBuilder rank = new StringBuilder();
    for (String segment : path.substring(1).split("/", -1)) {
      Matcher parameter = PARAMETER.matcher(segment);
      if (!parameter.matches()) {
        regex.append('/').append(Pattern.quote(segment));
        rank.append('a');
      } else {
        boolean greedy = !parameter.group(2).isEmpty();
        names.add(parameter.group(1));
        regex.append(greedy ? "/(.+)" : "/([^/]+)");
        rank.append(greedy ? 'c' : 'b');
      }
    }
    return new PathPattern(Pattern.compile(regex.toString()), names, rank.toString());
  }

  Optional<Map<String, String>> match(String path) {
    Matcher matcher = pattern.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parameters.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(parameters);
  }

  /// A literal segment before a parameter before a greedy one, from left to right.
  @Override
  public int compareTo(PathPattern other) {
    return rank.compareTo(other.rank);
  }
}
