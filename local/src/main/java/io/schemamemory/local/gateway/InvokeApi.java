package io.schemamemory.local.gateway;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.Stack;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Lambda Invoke API, as far as the AWS command line and the SDKs use it.
final class InvokeApi {
  private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/(.+)/invocations");

  /// Lambda's limit for a synchronous event.
  static final int MAX_EVENT = 6 * 1024 * 1024;

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Functions functions;

  InvokeApi(Functions functions) {
    this.functions = functions;
  }

  /// Empty if the request is not for this API.
  Optional<Response> answer(HttpExchange exchange) throws IOException {
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
      return Optional.empty();
    }
    Optional<Function> function = functions.find(path.group(1));
    if (function.isEmpty()) {
      String arn = Stack.arn("lambda", "function:" + path.group(1));
      return Optional.of(error(404, "ResourceNotFoundException", "Function not found: " + arn));
    }
    Optional<Request> request = Request.read(exchange, MAX_EVENT);
    return Optional.of(
        request.isEmpty()
            ? error(413, "RequestTooLargeException", "The event is larger than 6 MB")
            : answer(function.get(), request.get()));
  }

  private Response answer(Function function, Request request) {
    // Lambda treats a missing event as an empty object.
    Payload event = request.body().isEmpty() ? Payload.of("{}") : request.body();
    if (!isJson(event)) {
      return error(400, "InvalidRequestContentException", "Could not parse request body into json");
    }
    return switch (request.header("x-amz-invocation-type")) {
      case "DryRun" -> Response.empty(204);
      case "Event" -> {
        Thread.startVirtualThread(() -> functions.invoke(function.logicalId(), event));
        yield Response.empty(202);
      }
      default -> toResponse(functions.invoke(function.logicalId(), event));
    };
  }

  private static Response toResponse(InvocationOutcome outcome) {
    return switch (outcome) {
      case InvocationOutcome.Answered(Payload payload) -> executed(payload);
      case InvocationOutcome.Failed failed ->
          executed(failed.error()).with("X-Amz-Function-Error", "Unhandled");
      case InvocationOutcome.TimedOut timedOut ->
          executed(timedOut.error()).with("X-Amz-Function-Error", "Unhandled");
      case InvocationOutcome.Throttled _ ->
          error(429, "TooManyRequestsException", "Rate Exceeded.");
    };
  }

  private static Response executed(Payload payload) {
    return Response.json(200, payload).with("X-Amz-Executed-Version", "$LATEST");
  }

  private static Response error(int status, String type, String message) {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("Type", "User")
            .put("Message", message)
            .toString();
    return Response.json(status, Payload.of(body)).with("x-amzn-ErrorType", type);
  }

  private static boolean isJson(Payload event) {
    try {
      return !STRICT.readTree(event.text()).isMissingNode();
    } catch (JacksonException _) {
      return false;
    }
  }
}
