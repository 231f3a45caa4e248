/// The measurements: each a ratio against a floor that runs beside it, none a claim of absolute
/// time.
@NullMarked
package io.schemamemory.bench;

import org.jspecify.annotations.NullMarked;
