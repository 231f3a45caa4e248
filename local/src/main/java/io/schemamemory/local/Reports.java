package io.schemamemory.local;

import io.schemamemory.local.runtime.RunEvent;
import java.util.function.Consumer;

/// Where a run reports its progress and events.
///
/// @param lines gets the lines for the console
/// @param events gets the functions' events, from several threads
record Reports(Consumer<String> lines, Consumer<RunEvent> events) {}
