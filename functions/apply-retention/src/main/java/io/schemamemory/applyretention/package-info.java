/// `apply-retention`: premakes months and drops those that are past their retention policy.
@NullMarked
package io.schemamemory.applyretention;

import org.jspecify.annotations.NullMarked;
