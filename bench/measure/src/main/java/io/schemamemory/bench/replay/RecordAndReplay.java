package io.schemamemory.bench.replay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.LambdaInvocation;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A process that records one run of the function named, then replays it with as many workers as
/// each line of its input says.
public final class RecordAndReplay {
  /// The JDBC driver's class name, for the function's settings.
  public static final String DRIVER = RecordingDriver.class.getName();

  /// The line it prints when it is ready.
  public static final String DONE = "done";

  private final List<Connection> connections = new ArrayList<>();
  private final Recording recording;

  private RecordAndReplay(Recording recording) {
    this.recording = recording;
  }

  /// Prints [#DONE] after recording, and after each replay.
  public static void main(String... arguments) throws Exception {
    RecordAndReplay loop = new RecordAndReplay(record(arguments[0]));
    System.out.println(DONE);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      loop.replay(Integer.parseInt(line));
      System.out.println(DONE);
    }
    System.exit(0);
  }

  private static Recording record(String function)
      throws ReflectiveOperationException, SQLException {
    // Otherwise the pool warns that it is not registered.
    DriverManager.registerDriver(new RecordingDriver());
    @SuppressWarnings("unchecked") // Lambda knows no more of it, either.
    RequestHandler<Map<String, Object>, Object> handler =
        (RequestHandler<Map<String, Object>, Object>)
            Class.forName(function).asSubclass(RequestHandler.class).getConstructor().newInstance();
    Context context = new LambdaInvocation();
    RecordingDriver.RECORDER.clear();
    handler.handleRequest(Map.of(), context);
    return Recording.of(RecordingDriver.RECORDER.transactions());
  }

  private void replay(int workers) throws Exception {
    while (connections.size() < workers) {
      connections.add(connect());
    }
    Lock claiming = new ReentrantLock();
    Set<Set<Object>> followed = ConcurrentHashMap.newKeySet();
    List<ReplayWorker> replays =
        connections.subList(0, workers).stream()
            .map(connection -> new ReplayWorker(recording, connection, claiming, followed))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      for (Future<Void> replay : threads.invokeAll(replays)) {
        replay.get();
      }
    }
  }

  private static Connection connect() throws SQLException {
    Connection connection = PooledConnection.connect(DatabaseSetting.of(Environment.ofProcess()));
    connection.setAutoCommit(false);
    return connection;
  }
}
