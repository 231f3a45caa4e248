package io.schemamemory.memorywriter.entity;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.entity.Facet;
import io.schemamemory.domain.entity.FacetValue;
import io.schemamemory.domain.entity.Facets;
import io.schemamemory.domain.entity.ResourceName;
import io.schemamemory.domain.entity.State;
import io.schemamemory.domain.entity.States;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.memorywriter.rows.Chunks;
import io.schemamemory.memorywriter.rows.IdArray;
import io.schemamemory.memorywriter.rows.RowJson;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Writes the facets and states of observations, in place of those written before.
@Singleton
public class FacetWriter {
  /// Of the others PlanetScale gives the name only.
  private static final Set<Facet> HAVING_IDS = EnumSet.of(Facet.DEPLOY_REQUEST, Facet.BRANCH);

  private final FacetRepository facets;
  private final RowJson json;

  FacetWriter(FacetRepository facets, RowJson json) {
    this.facets = facets;
    this.json = json;
  }

  /// Returns the entities that are named now or were named before, for their fold.
  ///
  /// @param existing the observations that existed, also those without sightings by now
  public Set<EntityRow> replace(
      List<Long> existing,
      Map<Long, Observation> folded,
      Map<ActorId, Long> people,
      StatementReader reader) {
    Set<EntityRow> named = new HashSet<>();
    Chunks.of(existing).forEach(ids -> named.addAll(delete(ids)));
    List<FacetRow> found =
        folded.entrySet().stream()
            .flatMap(one -> facets(one.getKey(), one.getValue(), people, named, reader))
            .toList();
    Chunks.of(found).forEach(rows -> facets.insertFacets(json.write(rows)));
    List<StateRow> states =
        folded.entrySet().stream()
            .flatMap(
                one ->
                    States.of(one.getValue().best(), reader).stream()
                        .map(row(one.getKey(), one.getValue().best())))
            .toList();
    Chunks.of(states).forEach(rows -> facets.insertStates(json.write(rows)));
    return named;
  }

  private List<EntityRow> delete(List<Long> observations) {
    String ids = IdArray.of(observations);
    List<EntityRow> named = facets.findEntities(ids);
    facets.deleteFacets(ids);
    facets.deleteStates(ids);
    return named;
  }

  private static Stream<FacetRow> facets(
      long id,
      Observation observation,
      Map<ActorId, Long> people,
      Set<EntityRow> named,
      StatementReader reader) {
    Stream<FacetValue> persons =
        observation.entry().people().stream()
            .map(people::get)
            .filter(Objects::nonNull)
            .distinct()
            .map(FacetValue::ofPerson);
    Set<FacetValue> all = Facets.of(observation.best(), reader);
    all.stream()
        .filter(one -> one.facet().namesEntities())
        .forEach(one -> named.add(new EntityRow(one.facet().label(), one.value())));
    return Stream.concat(all.stream(), persons)
        .map(one -> new FacetRow(id, one.facet().label(), one.value(), one.written()));
  }

  private static Function<State, StateRow> row(long id, Sighting best) {
    String resource = ResourceName.of(best).map(ResourceName::id).findFirst().orElse("");
    return one ->
        new StateRow(
            id,
            one.of().kind().label(),
            one.of().key(),
            one.branch(),
            one.attribute(),
            one.value(),
            one.step(),
            HAVING_IDS.contains(one.of().kind()) ? resource : "");
  }
}
