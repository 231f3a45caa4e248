/// `normalize-deliveries`: turns pending deliveries into observations and stories.
@NullMarked
package io.schemamemory.normalizedeliveries;

import org.jspecify.annotations.NullMarked;
