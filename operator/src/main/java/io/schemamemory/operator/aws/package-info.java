/// Writes to AWS what a person's commands store there.
@NullMarked
package io.schemamemory.operator.aws;

import org.jspecify.annotations.NullMarked;
