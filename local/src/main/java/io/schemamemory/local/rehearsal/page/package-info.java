/// The blocks of `docs/deploy.md`, and what fills them in.
@NullMarked
package io.schemamemory.local.rehearsal.page;

import org.jspecify.annotations.NullMarked;
