package io.schemamemory.domain.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

/// One value an observation can be found by.
public record FacetValue(Facet facet, String value) {
  public FacetValue {
    if (value.getBytes(UTF_8).length > EntityName.LONGEST) {
      throw new IllegalArgumentException(
          "a facet's value has at most " + EntityName.LONGEST + " bytes");
    }
  }

  /// An entity.
  static FacetValue of(EntityName name) {
    return new FacetValue(name.kind(), name.path());
  }

  /// A person who takes part, by their id in the memory.
  public static FacetValue ofPerson(long id) {
    return new FacetValue(Facet.PERSON, Long.toString(id));
  }

  /// A word; a long one is cut.
  static FacetValue ofWord(Facet facet, String word) {
    return new FacetValue(facet, PathPart.of(word).text());
  }
}
