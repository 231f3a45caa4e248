package io.schemamemory.local;

import io.schemamemory.local.runtime.RunEvent;
import java.util.function.Consumer;

/// Where a run reports.
///
/// @param lines gets what is written for a person, line by line
/// @param events gets what happens to the functions, from several threads
record Reports(Consumer<String> lines, Consumer<RunEvent> events) {}
