/// The edge all functions share.
@NullMarked
package io.schemamemory.lambda;

import org.jspecify.annotations.NullMarked;
