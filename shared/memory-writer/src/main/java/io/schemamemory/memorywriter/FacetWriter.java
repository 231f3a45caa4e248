package io.schemamemory.memorywriter;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.entity.FacetValue;
import io.schemamemory.domain.entity.Facets;
import io.schemamemory.domain.entity.State;
import io.schemamemory.domain.entity.States;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.observation.Observation;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Writes what observations are found by and what they say was true, in place of what was written
/// of them before.
@Singleton
class FacetWriter {
  private final FacetRepository facets;
  private final FactsJson json;
  private final StatementReader reader;

  FacetWriter(FacetRepository facets, FactsJson json, StatementReader reader) {
    this.facets = facets;
    this.json = json;
    this.reader = reader;
  }

  /// Takes the place of what was written; gives what is or was named, for their fold.
  ///
  /// @param old the observations that were there, also those that nothing tells any more
  Set<EntityRow> rewrite(
      List<NumberedRow> old, Map<Long, Observation> told, Map<ActorId, Long> people) {
    Set<EntityRow> named = new HashSet<>();
    Chunks.of(old).forEach(ids -> named.addAll(forget(ids)));
    List<FacetRow> found =
        told.entrySet().stream()
            .flatMap(one -> facets(one.getKey(), one.getValue(), people, named))
            .toList();
    Chunks.of(found).forEach(rows -> facets.writeFacets(json.write(rows)));
    List<StateRow> states =
        told.entrySet().stream()
            .flatMap(
                one -> States.of(one.getValue().best(), reader).stream().map(row(one.getKey())))
            .toList();
    Chunks.of(states).forEach(rows -> facets.writeStates(json.write(rows)));
    return named;
  }

  private List<EntityRow> forget(List<NumberedRow> old) {
    String ids = IdArray.of(old.stream().map(NumberedRow::id).toList());
    List<EntityRow> named = facets.named(ids);
    facets.forgetFacets(ids);
    facets.forgetStates(ids);
    return named;
  }

  private Stream<FacetRow> facets(
      long id, Observation observation, Map<ActorId, Long> people, Set<EntityRow> named) {
    Stream<FacetValue> everybody =
        observation.entry().people().stream()
            .map(people::get)
            .filter(Objects::nonNull)
            .distinct()
            .map(FacetValue::ofPerson);
    Set<FacetValue> all = Facets.of(observation.best(), reader);
    all.stream()
        .filter(one -> one.facet().namesEntities())
        .forEach(one -> named.add(new EntityRow(one.facet().label(), one.value())));
    return Stream.concat(all.stream(), everybody)
        .map(one -> new FacetRow(id, one.facet().label(), one.value()));
  }

  private static Function<State, StateRow> row(long id) {
    return one ->
        new StateRow(
            id,
            one.of().kind().label(),
            one.of().path(),
            one.branch(),
            one.attribute(),
            one.value(),
            one.step());
  }
}
