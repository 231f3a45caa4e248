/// The people who acted, by the ids that entries refer to.
@NullMarked
package io.schemamemory.memorywriter.people;

import org.jspecify.annotations.NullMarked;
