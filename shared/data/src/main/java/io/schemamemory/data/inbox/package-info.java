/// Deliveries: receiving, normalizing, quarantine, replay, and evidence.
@NullMarked
package io.schemamemory.data.inbox;

import org.jspecify.annotations.NullMarked;
