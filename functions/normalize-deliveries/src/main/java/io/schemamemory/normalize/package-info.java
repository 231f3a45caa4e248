/// `normalize-deliveries`: turns pending deliveries into observations and stories.
@NullMarked
package io.schemamemory.normalize;

import org.jspecify.annotations.NullMarked;
