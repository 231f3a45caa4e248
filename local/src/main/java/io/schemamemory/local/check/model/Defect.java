package io.schemamemory.local.check.model;

/// What is wrong with a resource of the template, in words.
public record Defect(String resource, String what) {
  @Override
  public String toString() {
    return resource + ": " + what;
  }
}
