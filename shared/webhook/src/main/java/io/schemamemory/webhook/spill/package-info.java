/// Messages in the spill queue while the database is unavailable.
@NullMarked
package io.schemamemory.webhook.spill;

import org.jspecify.annotations.NullMarked;
