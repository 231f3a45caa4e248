package io.schemamemory.operator.webhooksecrets;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the document says of one source, and how it may change.
record SourceEntry(String name, List<Secret> live, List<Retired> retired) {
  SourceEntry {
    live = List.copyOf(live);
    retired = List.copyOf(retired);
  }

  boolean lives(Secret secret) {
    return live.contains(secret);
  }

  /// The secret lives beside those that do; one that was retired does so again.
  SourceEntry with(Secret secret) {
    List<Secret> more = new ArrayList<>(live);
    more.addFirst(secret);
    return new SourceEntry(
        name, more, retired.stream().filter(one -> !one.secret().equals(secret)).toList());
  }

  /// A live secret is retired.
  ///
  /// @param close whether it may be the last one
  SourceEntry retire(String fingerprint, Instant now, boolean close) {
    Secret secret = live(fingerprint).orElseThrow(() -> notLive(fingerprint));
    if (live.size() == 1 && !close) {
      throw new RefusedException(
          "%s is the last live secret of source %s: without it every webhook is refused. Give the source another with rotate, or say --close"
              .formatted(fingerprint, name));
    }
    List<Retired> more = new ArrayList<>(retired);
    more.add(new Retired(secret, now.truncatedTo(ChronoUnit.SECONDS)));
    return new SourceEntry(name, live.stream().filter(one -> !one.equals(secret)).toList(), more);
  }

  /// Those retired before a time are gone.
  SourceEntry forget(Instant before) {
    return new SourceEntry(
        name, live, retired.stream().filter(one -> !one.at().isBefore(before)).toList());
  }

  private Optional<Secret> live(String fingerprint) {
    return live.stream().filter(one -> one.fingerprint().equals(fingerprint)).findFirst();
  }

  private RefusedException notLive(String fingerprint) {
    String those =
        live.isEmpty()
            ? "it has none"
            : live.stream().map(Secret::fingerprint).collect(Collectors.joining(", "));
    return new RefusedException(
        "source %s has no live secret %s; live are: %s".formatted(name, fingerprint, those));
  }
}
