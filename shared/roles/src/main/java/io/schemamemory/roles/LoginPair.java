package io.schemamemory.roles;

import java.util.List;

/// A login's two roles, with the same rights and limits: a password changes by changing the role.
record LoginPair(String first, String second) {
  String other(String role) {
    return role.equals(first) ? second : first;
  }

  List<String> both() {
    return List.of(first, second);
  }
}
