package io.schemamemory.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/// Serves the template's routes as API Gateway's HTTP API does.
final class HttpApi {
  /// API Gateway's limit for a request.
  private static final int MAX_BODY = 10 * 1024 * 1024;

  private final Functions functions;
  private final Routes routes;
  private final Clock clock;

  HttpApi(Functions functions, Clock clock) {
    this.functions = functions;
    this.routes = new Routes(functions.all());
    this.clock = clock;
  }

  Response answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Optional<Routes.Match> match = routes.match(exchange.getRequestMethod(), path);
    if (match.isEmpty()) {
      return Response.message(404, "Not Found");
    }
    Optional<Request> request = Request.read(exchange, MAX_BODY);
    return request.isEmpty() ? tooLarge() : answer(request.get(), match.get(), path);
  }

  private static Response tooLarge() {
    return Response.message(413, "Request Entity Too Large");
  }

  private Response answer(Request request, Routes.Match match, String path) {
    Payload event = RequestEvent.of(request, match, path, clock.instant());
    // Lambda would refuse it: base64 makes the body a third longer.
    if (event.size() > InvokeApi.MAX_EVENT) {
      return tooLarge();
    }
    return switch (functions.invoke(match.function().logicalId(), event)) {
      case InvocationOutcome.Answered(var payload) -> FunctionAnswer.toResponse(payload);
      case InvocationOutcome.Throttled _ -> Response.message(503, "Service Unavailable");
      case InvocationOutcome.Failed _, InvocationOutcome.TimedOut _ ->
          Response.message(500, "Internal Server Error");
    };
  }
}
