/// How the rehearsal runs commands, and what it says of them.
@NullMarked
package io.schemamemory.local.rehearsal.terminal;

import org.jspecify.annotations.NullMarked;
