package io.schemamemory.bench.receiver;

/// How many requests are sent, and by how many clients at once.
///
/// @param clients each with its own connection to the pooler
/// @param requests of all clients together
record Load(int clients, int requests) {
  int perClient() {
    return requests / clients;
  }
}
