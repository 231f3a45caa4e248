package io.schemamemory.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `index.txt`: the migrations in order, and how many of them were released.
///
/// @param lines one for each migration
/// @param released how many of them are above the last `-- released` line
record ReleaseIndex(List<IndexLine> lines, int released) {
  private static final String MARK = "-- released ";
  private static final Pattern MARK_LINE = Pattern.compile(MARK + "\\d+\\.\\d+\\.\\d+");

  /// Reads the file's lines.
  ///
  /// @throws IllegalArgumentException if a line is malformed, or none says what is released
  static ReleaseIndex parse(List<String> text) {
    List<IndexLine> lines = new ArrayList<>();
    int released = -1;
    for (String line : text) {
      if (MARK_LINE.matcher(line).matches()) {
        released = lines.size();
      } else {
        lines.add(IndexLine.parse(line));
      }
    }
    if (released < 0) {
      throw new IllegalArgumentException("index.txt has no line `" + MARK + "0.1.0`");
    }
    return new ReleaseIndex(lines, released);
  }

  /// Every difference between index and files, with what to do; empty if there is none.
  List<String> problems(List<IndexLine> files) {
    return Stream.of(unordered(), doubled(files), unlisted(files), changed(files))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> unordered() {
    List<String> problems = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      IndexLine line = lines.get(i);
      if (line.version() <= lines.get(i - 1).version()) {
        problems.add(
            line.number()
                + " is below "
                + lines.get(i - 1).number()
                + " in index.txt: numbers must grow, so give the unreleased one the next number");
      }
    }
    return problems;
  }

  private static List<String> doubled(List<IndexLine> files) {
    return files.stream()
        .filter(
            file ->
                files.stream()
                    .anyMatch(
                        other ->
                            other.version() == file.version()
                                && other.name().compareTo(file.name()) < 0))
        .map(file -> file.number() + " is used twice: give " + file.name() + " the next number")
        .toList();
  }

  private List<String> unlisted(List<IndexLine> files) {
    return files.stream()
        .filter(file -> lines.stream().noneMatch(line -> named(line, file)))
        .map(file -> "add this line at the end of migrations/index.txt:\n" + file.line())
        .toList();
  }

  private List<String> changed(List<IndexLine> files) {
    List<String> problems = new ArrayList<>();
    for (IndexLine line : lines) {
      Optional<IndexLine> file = files.stream().filter(f -> named(line, f)).findFirst();
      if (file.isEmpty()) {
        problems.add(gone(line));
      } else if (!file.get().equals(line)) {
        problems.add(changed(line, file.get()));
      }
    }
    return problems;
  }

  private String gone(IndexLine line) {
    return isReleased(line)
        ? line.number() + " was released and its file is missing: restore it"
        : line.number() + " was not released and its file is missing: delete its line in index.txt";
  }

  private String changed(IndexLine line, IndexLine file) {
    return isReleased(line)
        ? line.number()
            + " was changed after it was released: undo the change and write a new migration"
        : line.number() + " was changed and is not released yet: its line is now\n" + file.line();
  }

  private boolean isReleased(IndexLine line) {
    return lines.subList(0, released).contains(line);
  }

  private static boolean named(IndexLine line, IndexLine file) {
    return line.version() == file.version() && line.name().equals(file.name());
  }
}
