/// The local AWS, and the functions that were deployed to it.
@NullMarked
package io.schemamemory.local.rehearsal.cloud;

import org.jspecify.annotations.NullMarked;
