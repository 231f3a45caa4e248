package io.schemamemory.local.rehearsal.scene;

/// What the rehearsal does around one of the page's commands.
public interface Scene {
  /// The command, as the page writes it.
  String command();

  default void before() {}

  void after();
}
