/// A template as text, with its functions beside their code.
@NullMarked
package io.schemamemory.local.check.model;

import org.jspecify.annotations.NullMarked;
