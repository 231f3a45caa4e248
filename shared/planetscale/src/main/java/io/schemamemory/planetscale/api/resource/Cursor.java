package io.schemamemory.planetscale.api.resource;

/// Where the next page of a list begins; valid only for the list it came from.
public record Cursor(String value) {
  public Cursor {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a cursor is not blank");
    }
  }
}
