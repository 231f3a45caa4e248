/// Reads quarantined audit entries again from their sealed copies.
@NullMarked
package io.schemamemory.pollauditlog.replay;

import org.jspecify.annotations.NullMarked;
