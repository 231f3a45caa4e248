/// Reads secrets through AWS's Parameters and Secrets extension, without the SDK.
@NullMarked
package io.schemamemory.secrets.extension;

import org.jspecify.annotations.NullMarked;
