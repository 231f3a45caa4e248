/// Reads secrets of AWS Secrets Manager at run time.
@NullMarked
package io.schemamemory.secrets;

import org.jspecify.annotations.NullMarked;
