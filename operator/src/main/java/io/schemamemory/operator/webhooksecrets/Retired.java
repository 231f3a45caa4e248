package io.schemamemory.operator.webhooksecrets;

import java.time.Instant;

/// A secret that lets nothing in any more.
record Retired(Secret secret, Instant at) {}
