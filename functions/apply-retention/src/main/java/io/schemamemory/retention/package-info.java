/// `apply-retention`: premakes months and drops those a policy keeps no longer.
@NullMarked
package io.schemamemory.retention;

import org.jspecify.annotations.NullMarked;
