/// Functions as processes of Lambda's own runtime client, each with a Runtime API of its own.
@NullMarked
package io.schemamemory.local.runtime;

import org.jspecify.annotations.NullMarked;
