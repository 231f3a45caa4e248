/// What makes bytes from the network trustworthy.
@NullMarked
package io.schemamemory.domain.signature;

import org.jspecify.annotations.NullMarked;
