/// Webhook secrets: their document, where a deployed function reads it, and for how long it is
/// kept.
@NullMarked
package io.schemamemory.webhook.secrets;

import org.jspecify.annotations.NullMarked;
