package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.SourceName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The webhook secrets of every source, by the source's name; a change makes another document.
record Document(Map<String, SourceEntry> sources) {
  static final Document NONE = new Document(Map.of());

  /// As many as the receiver takes.
  private static final int MOST_LIVE = 4;

  Document {
    sources = new TreeMap<>(sources);
  }

  Optional<SourceEntry> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /// A new source with its first secret; the same again changes nothing.
  Document add(String name, Secret secret) {
    if (!SourceName.isWellFormed(name)) {
      throw new RefusedException("a source's name is " + SourceName.FORM);
    }
    SourceEntry entry = source(name).orElse(new SourceEntry(name, List.of(), List.of()));
    if (entry.lives(secret)) {
      return this;
    }
    if (sources.containsKey(name)) {
      throw new RefusedException(
          "source %s has secrets already: give it another with rotate".formatted(name));
    }
    return with(entry.with(secret));
  }

  /// A secret beside those that live; the same again changes nothing.
  Document rotate(String name, Secret secret) {
    SourceEntry entry = known(name);
    if (entry.lives(secret)) {
      return this;
    }
    if (entry.live().size() == MOST_LIVE) {
      throw new RefusedException(
          "source %s has %d live secrets, and more would cost every webhook time: retire one first"
              .formatted(name, MOST_LIVE));
    }
    return with(entry.with(secret));
  }

  /// A live secret is retired; one that is retired already stays so.
  Document retire(String name, String fingerprint, Instant now, boolean close) {
    SourceEntry entry = known(name);
    boolean already =
        entry.retired().stream().anyMatch(one -> one.secret().fingerprint().equals(fingerprint));
    return already ? this : with(entry.retire(fingerprint, now, close));
  }

  /// Those retired before a time are gone.
  Document forget(Instant before) {
    return each(entry -> entry.forget(before));
  }

  private Document with(SourceEntry entry) {
    Map<String, SourceEntry> more = new TreeMap<>(sources);
    more.put(entry.name(), entry);
    return new Document(more);
  }

  private Document each(UnaryOperator<SourceEntry> change) {
    return new Document(
        sources.values().stream()
            .map(change)
            .collect(Collectors.toMap(SourceEntry::name, entry -> entry)));
  }

  private SourceEntry known(String name) {
    return source(name)
        .orElseThrow(
            () ->
                new RefusedException(
                    "there is no source of this name; there are: "
                        + (sources.isEmpty() ? "none" : String.join(", ", sources.keySet()))
                        + ". A new one is made with add"));
  }
}
