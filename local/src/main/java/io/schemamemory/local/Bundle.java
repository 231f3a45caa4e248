package io.schemamemory.local;

import io.schemamemory.local.gateway.FrontDoor;
import io.schemamemory.local.queue.Queues;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.runtime.RunEvent;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.schedule.Ticker;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The functions of a template, served on this machine until closed.
public final class Bundle implements AutoCloseable {
  private final Functions functions;
  private final FrontDoor door;
  private final Ticker ticker;
  private final Queues queues;

  private Bundle(Functions functions, FrontDoor door, Ticker ticker, Queues queues) {
    this.functions = functions;
    this.door = door;
    this.ticker = ticker;
    this.queues = queues;
  }

  /// Serves the functions built under the project's root; port 0 takes a free port.
  ///
  /// The sink gets one event at a time, from several threads. Fails with an
  /// `IllegalStateException` when something is not built, and with an `UncheckedIOException` when
  /// the port is taken.
  public static Bundle start(
      Template template, Path projectRoot, int port, Clock clock, Consumer<RunEvent> sink) {
    Queues queues = Queues.open(template.queues());
    try {
      Functions functions =
          new Functions(
              queues.reachedBy(template).functions(),
              function -> Code.built(projectRoot, function),
              RuntimeClient.built(projectRoot),
              sink);
      Bundle bundle = start(functions, queues, port, clock, sink);
      queues.poll(template.queueMappings(), functions, sink);
      return bundle;
    } catch (RuntimeException failure) {
      queues.close();
      throw failure;
    }
  }

  static Bundle start(
      Functions functions, Queues queues, int port, Clock clock, Consumer<RunEvent> sink) {
    FrontDoor door = FrontDoor.open(port, functions, clock, sink);
    return new Bundle(functions, door, Ticker.start(functions, clock), queues);
  }

  /// Where the routes and the Invoke API are served.
  public URI uri() {
    return door.uri();
  }

  /// Where the queues are served, if the template declares any.
  public Optional<URI> queues() {
    return queues.uri();
  }

  /// What is served, as the template declares it.
  public List<Function> functions() {
    return functions.all();
  }

  /// Invokes a function without HTTP and waits for the outcome.
  public InvocationOutcome invoke(String logicalId, byte[] event) {
    return functions.invoke(logicalId, Payload.of(event));
  }

  /// Ends every process and server; a second call waits for the first.
  @Override
  public synchronized void close() {
    ticker.close();
    door.close();
    queues.close();
    functions.close();
  }
}
