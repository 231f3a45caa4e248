/// Tests over all modules.
@NullMarked
package io.schemamemory.verification;

import org.jspecify.annotations.NullMarked;
