package io.schemamemory.memorywriter.sighting;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.story.DeployRequestSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Sightings whose DDL statements are parsed: the only ones that can be written, so that nothing
/// parses a batch's statements while its transaction is open.
public final class PreparedSightings {
  private final List<IncomingSighting> sightings;
  private final StatementReader reader;

  private PreparedSightings(List<IncomingSighting> sightings, StatementReader reader) {
    this.sightings = List.copyOf(sightings);
    this.reader = reader;
  }

  /// Parses the statements of all sightings, which may take long.
  ///
  /// @param shared keeps what it parsed for other batches, too
  public static PreparedSightings of(List<IncomingSighting> sightings, StatementReader shared) {
    StatementReader reader = shared.forOneBatch();
    sightings.stream()
        .flatMap(one -> DeployRequestSnapshot.of(one.sighting()))
        .flatMap(snapshot -> Stream.ofNullable(snapshot.request().deployment()))
        .forEach(deployment -> reader.read(deployment.statements()));
    return new PreparedSightings(sightings, reader);
  }

  public List<IncomingSighting> sightings() {
    return sightings;
  }

  public List<Long> references() {
    return sightings.stream().map(IncomingSighting::reference).toList();
  }

  /// Knows all statements of these sightings. Those of earlier milestones, which the database holds
  /// and the fold of a story reads, it parses when it meets them, unless the shared reader did.
  public StatementReader reader() {
    return reader;
  }

  /// Those with one of the references.
  public PreparedSightings only(Set<Long> references) {
    return new PreparedSightings(
        sightings.stream().filter(one -> references.contains(one.reference())).toList(), reader);
  }

  /// Those with one of the references, each with its new one: an audit entry has its number only
  /// once it is in the ledger.
  public PreparedSightings renumbered(Map<Long, Long> references) {
    return new PreparedSightings(
        sightings.stream()
            .flatMap(
                one -> Stream.ofNullable(references.get(one.reference())).map(one::withReference))
            .toList(),
        reader);
  }
}
