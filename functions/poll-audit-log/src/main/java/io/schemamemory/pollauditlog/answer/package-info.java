/// What an invocation answers: counts, what was replayed or resealed, what the doctor found.
@NullMarked
package io.schemamemory.pollauditlog.answer;

import org.jspecify.annotations.NullMarked;
