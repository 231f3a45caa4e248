/// A role may do what its code does, and nothing else.
@NullMarked
package io.schemamemory.local.check.right;

import org.jspecify.annotations.NullMarked;
