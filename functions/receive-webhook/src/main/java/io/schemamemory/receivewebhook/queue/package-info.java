/// The only code of the receiver that knows AWS's SDK, of which nothing is loaded while the
/// database works.
@NullMarked
package io.schemamemory.receivewebhook.queue;

import org.jspecify.annotations.NullMarked;
