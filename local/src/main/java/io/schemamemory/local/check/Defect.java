package io.schemamemory.local.check;

/// What is wrong with a resource of the template, in words.
record Defect(String resource, String what) {
  @Override
  public String toString() {
    return resource + ": " + what;
  }
}
