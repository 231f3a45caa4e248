package io.schemamemory.memorywriter;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// An audit entry's observation, and that which tells the same better, if one does.
@Serdeable
record DuplicateRow(long id, @Nullable Long by) {}
