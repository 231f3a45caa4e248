package io.schemamemory.memorywriter;

import io.schemamemory.domain.observation.Observation;
import java.util.Map;
import java.util.Set;

/// What was written of the observations that something tells.
///
/// @param folded the observations as they now stand, by their numbers
/// @param named what they name, or named before
record FoldResult(Map<Long, Observation> folded, Set<EntityRow> named) {}
