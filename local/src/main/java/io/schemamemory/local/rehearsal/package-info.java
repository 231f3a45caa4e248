/// Rehearses a deploy as `docs/deploy.md` describes it, against a local AWS.
@NullMarked
package io.schemamemory.local.rehearsal;

import org.jspecify.annotations.NullMarked;
