/// The artifacts of `sam build` answer the sample events under AWS's runtime interface emulator.
@NullMarked
package io.schemamemory.local.emulator;

import org.jspecify.annotations.NullMarked;
