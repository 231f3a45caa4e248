package io.schemamemory.memorywriter.story;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// An audit entry's observation, and the milestone's that it duplicates, if it does.
@Serdeable
record DuplicateRow(long id, @Nullable Long original) {}
