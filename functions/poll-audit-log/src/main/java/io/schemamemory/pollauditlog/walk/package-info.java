/// Polls every feed: walks it from its newest entry to what is known, counts and reports.
@NullMarked
package io.schemamemory.pollauditlog.walk;

import org.jspecify.annotations.NullMarked;
