/// What every receiver is measured against: a bare handler and the driver.
@NullMarked
package io.schemamemory.bench.floor;

import org.jspecify.annotations.NullMarked;
