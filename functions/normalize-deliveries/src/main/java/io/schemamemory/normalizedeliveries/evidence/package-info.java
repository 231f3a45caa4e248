/// Verifies stored deliveries again.
@NullMarked
package io.schemamemory.normalizedeliveries.evidence;

import org.jspecify.annotations.NullMarked;
