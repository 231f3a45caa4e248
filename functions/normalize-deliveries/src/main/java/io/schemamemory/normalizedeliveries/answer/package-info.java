/// What an invocation answers: counts, progress, what verifying found.
@NullMarked
package io.schemamemory.normalizedeliveries.answer;

import org.jspecify.annotations.NullMarked;
