package io.schemamemory.migrations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A migration as a line of `index.txt`: `V001 <sha256 of the file> create_workspaces_and_readers`.
record IndexLine(int version, String sha256, String name) {
  private static final Pattern LINE = Pattern.compile("V(\\d{3}) ([0-9a-f]{64}) ([a-z0-9_]+)");

  static IndexLine parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "not a line of index.txt, `V001 <sha256> what_it_does`: " + line);
    }
    return new IndexLine(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3));
  }

  String number() {
    return "V%03d".formatted(version);
  }

  String line() {
    return number() + " " + sha256 + " " + name;
  }
}
