/// The login a function's connections have, which may change while the function lives.
@NullMarked
package io.schemamemory.job.database;

import org.jspecify.annotations.NullMarked;
