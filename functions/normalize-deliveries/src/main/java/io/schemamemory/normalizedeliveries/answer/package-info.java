/// What an invocation answers: counters, progress of replays, what verifying found.
@NullMarked
package io.schemamemory.normalizedeliveries.answer;

import org.jspecify.annotations.NullMarked;
