package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.data.inbox.Sources.SecretUse;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every source's secrets by fingerprint, a line each.
record Listing(WebhookSecrets secrets, Optional<SourceRows.Known> known) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("SOURCE", "WORKSPACE", "SECRET", "STATE", "LAST MATCHED"));
    Set<String> names = new TreeSet<>(secrets.bySource().keySet());
    known.ifPresent(rows -> names.addAll(rows.workspaces().keySet()));
    names.forEach(name -> lines.addAll(lines(name)));
    return lines;
  }

  private List<String> lines(String name) {
    return secrets
        .of(name)
        .map(source -> lines(name, source))
        .orElse(List.of(none(name, "no secret: add one")));
  }

  private List<String> lines(String name, SourceSecrets source) {
    Stream<String> live = source.live().stream().map(secret -> line(name, secret, "live"));
    Stream<String> retired =
        source.retired().stream().map(one -> line(name, one.secret(), "retired " + one.at()));
    List<String> lines = Stream.concat(live, retired).toList();
    return lines.isEmpty() ? List.of(none(name, "closed")) : lines;
  }

  private String line(String name, WebhookSecret secret, String state) {
    return line(name, workspace(name), secret.fingerprint(), state, lastMatched(name, secret));
  }

  private String none(String name, String state) {
    return line(name, workspace(name), "-", state, "-");
  }

  private String workspace(String name) {
    return known.map(rows -> rows.workspaces().getOrDefault(name, "no row: add it")).orElse("?");
  }

  private String lastMatched(String name, WebhookSecret secret) {
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
