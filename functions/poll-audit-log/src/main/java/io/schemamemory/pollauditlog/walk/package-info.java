/// Walks one organization's audit log from its newest entry to what is known.
@NullMarked
package io.schemamemory.pollauditlog.walk;

import org.jspecify.annotations.NullMarked;
