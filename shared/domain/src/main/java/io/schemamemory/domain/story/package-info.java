/// A deploy request's whole tale, folded from its observations.
@NullMarked
package io.schemamemory.domain.story;

import org.jspecify.annotations.NullMarked;
