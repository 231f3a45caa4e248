package io.schemamemory.memorywriter;

import io.micronaut.serde.annotation.Serdeable;

/// A facet on its way into its table, which takes the rest from the observation.
///
/// @param id the observation's
@Serdeable
record FacetRow(long id, String facet, String value) {}
