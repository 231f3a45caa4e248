/// Connections through the pooler and past it, their URLs, and what their errors mean.
@NullMarked
package io.schemamemory.data.connection;

import org.jspecify.annotations.NullMarked;
