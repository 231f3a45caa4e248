/// `apply-retention`: premakes months and drops those a policy keeps no longer.
@NullMarked
package io.schemamemory.applyretention;

import org.jspecify.annotations.NullMarked;
