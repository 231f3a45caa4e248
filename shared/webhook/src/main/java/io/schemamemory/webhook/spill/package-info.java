/// What stands in the spill queue while the database is away.
@NullMarked
package io.schemamemory.webhook.spill;

import org.jspecify.annotations.NullMarked;
