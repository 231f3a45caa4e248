/// Stories of deploy requests: locked, folded, written; and the audit entries that duplicate a
/// milestone.
@NullMarked
package io.schemamemory.memorywriter.story;

import org.jspecify.annotations.NullMarked;
