/// What is masked in text from outside before it is told: values, addresses, secrets.
@NullMarked
package io.schemamemory.domain.masking;

import org.jspecify.annotations.NullMarked;
