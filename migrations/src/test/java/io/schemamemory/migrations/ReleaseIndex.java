package io.schemamemory.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was released, in order, held against the files that are there.
record ReleaseIndex(List<Released> lines) {
  /// Every way in which they differ, each with what to do; none if they agree.
  List<String> problems(List<Released> files) {
    return Stream.of(unordered(), doubled(files), unlisted(files), changed(files))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> unordered() {
    List<String> problems = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      Released line = lines.get(i);
      if (line.version() <= lines.get(i - 1).version()) {
        problems.add(
            line.number()
                + " stands below "
                + lines.get(i - 1).number()
                + " in index.txt: numbers only grow, so give the one not released yet the next");
      }
    }
    return problems;
  }

  private static List<String> doubled(List<Released> files) {
    return files.stream()
        .filter(
            file ->
                files.stream()
                    .anyMatch(
                        other ->
                            other.version() == file.version()
                                && other.name().compareTo(file.name()) < 0))
        .map(file -> file.number() + " is taken twice: give " + file.name() + " the next number")
        .toList();
  }

  private List<String> unlisted(List<Released> files) {
    return files.stream()
        .filter(file -> lines.stream().noneMatch(line -> named(line, file)))
        .map(file -> "add this line at the end of migrations/index.txt:\n" + file.line())
        .toList();
  }

  private List<String> changed(List<Released> files) {
    return lines.stream()
        .flatMap(
            line -> {
              Optional<Released> file = files.stream().filter(f -> named(line, f)).findFirst();
              if (file.isEmpty()) {
                return Stream.of(line.number() + " was released and is gone: bring it back");
              }
              return file.orElseThrow().equals(line)
                  ? Stream.of()
                  : Stream.of(
                      line.number()
                          + " was changed after its line was written: if it was released, undo the"
                          + " change and write a new migration; if not, its line is now\n"
                          + file.orElseThrow().line());
            })
        .toList();
  }

  private static boolean named(Released line, Released file) {
    return line.version() == file.version() && line.name().equals(file.name());
  }
}
