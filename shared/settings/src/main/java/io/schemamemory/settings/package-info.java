/// Settings from environment variables, and files that only their owner may read.
@NullMarked
package io.schemamemory.settings;

import org.jspecify.annotations.NullMarked;
