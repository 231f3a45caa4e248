package io.schemamemory.roles.names;

import java.util.List;

/// A login's two roles, with the same rights and limits: a rotation switches to the other role.
public record LoginPair(String first, String second) {
  /// The one that is not this.
  public String other(String role) {
    return role.equals(first) ? second : first;
  }

  public List<String> both() {
    return List.of(first, second);
  }
}
