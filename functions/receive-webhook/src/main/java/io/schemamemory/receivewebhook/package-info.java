/// `receive-webhook`: verifies a webhook over its raw bytes, stores it once, answers. No framework.
@NullMarked
package io.schemamemory.receivewebhook;

import org.jspecify.annotations.NullMarked;
