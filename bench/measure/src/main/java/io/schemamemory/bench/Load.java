package io.schemamemory.bench;

/// How much is sent, and by how many at once.
///
/// @param clients each with a connection of its own to the pooler
/// @param requests of all of them together
record Load(int clients, int requests) {
  int perClient() {
    return requests / clients;
  }
}
