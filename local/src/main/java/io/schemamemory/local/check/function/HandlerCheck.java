package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A function's handler is a class of its own folder that Lambda can call.
public final class HandlerCheck {
  private static final Pattern HANDLER =
      Pattern.compile("(implements|extends) (Request(Stream)?Handler|MicronautRequestHandler)\\b");

  private HandlerCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream().flatMap(HandlerCheck::of);
  }

  private static Stream<Defect> of(CheckedFunction function) {
    String handler = function.properties().at("Handler").text("");
    if (!function.code().isKnown()) {
      return Stream.of(
          function.defect("there is no code for it: functions/" + function.folder() + " has none"));
    }
    return function
        .code()
        .handler(handler)
        .map(source -> isHandler(source.text()) ? "" : " is no RequestHandler")
        .or(() -> Optional.of(" is not in functions/" + function.folder()))
        .filter(what -> !what.isEmpty())
        .map(what -> function.defect("Handler: the class " + handler + what))
        .stream();
  }

  private static boolean isHandler(String source) {
    return HANDLER.matcher(source).find();
  }
}
