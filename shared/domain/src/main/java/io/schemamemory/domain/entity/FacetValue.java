package io.schemamemory.domain.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

/// One value an observation can be found by.
///
/// @param value what it is found by: an entity's key
/// @param written the entity's path as the observation spells it
public record FacetValue(Facet facet, String value, String written) {
  public FacetValue {
    if (value.getBytes(UTF_8).length > EntityName.LONGEST) {
      throw new IllegalArgumentException(
          "a facet's value has at most " + EntityName.LONGEST + " bytes");
    }
  }

  FacetValue(Facet facet, String value) {
    this(facet, value, value);
  }

  /// An entity.
  static FacetValue of(EntityName name) {
    return new FacetValue(name.kind(), name.key(), name.path());
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
