/// The story of a deploy request, folded from its observations.
@NullMarked
package io.schemamemory.domain.story;

import org.jspecify.annotations.NullMarked;
