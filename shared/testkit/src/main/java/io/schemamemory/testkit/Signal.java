package io.schemamemory.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// A signal to a process: stop, continue, reload, kill.
enum Signal {
  STOP,
  CONT,
  HUP,
  KILL;

  /// Sends it to each process; one that has ended already is no failure.
  void send(long... pids) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name()));
    command.addAll(Arrays.stream(pids).mapToObj(String::valueOf).toList());
    try {
      var _ = new ProcessBuilder(command).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException("the system has no kill", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Sends it to a process and then to its children, so that it starts no others.
  void sendToAll(ProcessHandle process) {
    send(process.pid());
    send(
        LongStream.concat(
                LongStream.of(process.pid()), process.descendants().mapToLong(ProcessHandle::pid))
            .toArray());
  }
}
