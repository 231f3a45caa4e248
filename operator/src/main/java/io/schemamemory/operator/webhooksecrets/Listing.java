package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.data.inbox.Sources.SecretUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every source's secrets by fingerprint, a line each.
record Listing(Document document, Optional<SourceRows.Known> known) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("SOURCE", "WORKSPACE", "SECRET", "STATE", "LAST MATCHED"));
    Set<String> names = new TreeSet<>(document.sources().keySet());
    known.ifPresent(rows -> names.addAll(rows.workspaces().keySet()));
    names.forEach(name -> lines.addAll(lines(name)));
    return lines;
  }

  private List<String> lines(String name) {
    return document.source(name).map(this::lines).orElse(List.of(none(name, "no secret: add one")));
  }

  private List<String> lines(SourceEntry entry) {
    Stream<String> live = entry.live().stream().map(secret -> line(entry, secret, "live"));
    Stream<String> retired =
        entry.retired().stream().map(one -> line(entry, one.secret(), "retired " + one.at()));
    List<String> lines = Stream.concat(live, retired).toList();
    return lines.isEmpty() ? List.of(none(entry.name(), "closed")) : lines;
  }

  private String line(SourceEntry entry, Secret secret, String state) {
    return line(
        entry.name(),
        workspace(entry.name()),
        secret.fingerprint(),
        state,
        lastMatched(entry.name(), secret));
  }

  private String none(String name, String state) {
    return line(name, workspace(name), "-", state, "-");
  }

  private String workspace(String name) {
    return known.map(rows -> rows.workspaces().getOrDefault(name, "no row: add it")).orElse("?");
  }

  private String lastMatched(String name, Secret secret) {
    return known
        .map(
            rows ->
                rows.uses().stream()
                    .filter(use -> use.source().equals(name))
                    .filter(use -> use.fingerprint().equals(secret.fingerprint()))
                    .findFirst()
                    .map(SecretUse::lastMatchedAt)
                    .map(Instant::toString)
                    .orElse("never"))
        .orElse("?");
  }

  private static String line(Object... columns) {
    return "%-20s %-16s %-18s %-30s %s".formatted(columns).stripTrailing();
  }
}
