package io.schemamemory.planetscale.api.resource;

/// The place one page gives for the next; means something only to the list it came from.
public record Cursor(String value) {
  public Cursor {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a cursor is not blank");
    }
  }
}
