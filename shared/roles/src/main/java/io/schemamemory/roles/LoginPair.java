package io.schemamemory.roles;

import java.util.List;

/// A login's two roles, with the same rights and limits: a rotation switches to the other role.
record LoginPair(String first, String second) {
  String other(String role) {
    return role.equals(first) ? second : first;
  }

  List<String> both() {
    return List.of(first, second);
  }
}
