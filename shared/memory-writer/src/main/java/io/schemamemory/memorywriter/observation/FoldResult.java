package io.schemamemory.memorywriter.observation;

import io.schemamemory.domain.observation.Observation;
import io.schemamemory.memorywriter.entity.EntityRow;
import java.util.Map;
import java.util.Set;

/// What writing sightings changed.
///
/// @param folded the observations as they are now, by their ids
/// @param named the entities they name, or named before
public record FoldResult(Map<Long, Observation> folded, Set<EntityRow> named) {}
