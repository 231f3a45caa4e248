/// Requests a log's pages one after the other, fewer entries where a page is too long.
@NullMarked
package io.schemamemory.pollauditlog.pages;

import org.jspecify.annotations.NullMarked;
