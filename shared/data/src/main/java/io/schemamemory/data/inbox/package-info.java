/// Deliveries: received, pending, quarantined, replayed, and kept as evidence.
@NullMarked
package io.schemamemory.data.inbox;

import org.jspecify.annotations.NullMarked;
