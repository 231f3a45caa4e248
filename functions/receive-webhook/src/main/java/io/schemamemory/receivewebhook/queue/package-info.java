/// The only code that knows AWS's SDK, kept apart because it is not needed while the database is
/// up.
@NullMarked
package io.schemamemory.receivewebhook.queue;

import org.jspecify.annotations.NullMarked;
