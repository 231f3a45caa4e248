/// What libraries log, by Lambda's own logger: it makes JSON of each line.
@NullMarked
package io.schemamemory.logging;

import org.jspecify.annotations.NullMarked;
