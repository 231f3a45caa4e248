/// The only code that uses AWS's SDK, in a package of its own because it is not needed while the
/// database is up.
@NullMarked
package io.schemamemory.receivewebhook.queue;

import org.jspecify.annotations.NullMarked;
