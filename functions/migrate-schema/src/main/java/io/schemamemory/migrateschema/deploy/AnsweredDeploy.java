package io.schemamemory.migrateschema.deploy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/// Does what a deploy asks and answers CloudFormation once, however it ends: it would wait an hour.
@Singleton
public class AnsweredDeploy {
  /// Before Lambda ends the invocation.
  private static final Duration TO_ANSWER = Duration.ofSeconds(20);

  private static final Duration TO_END = Duration.ofSeconds(1);

  private static final DeployAnswer TOO_LONG =
      new DeployAnswer(
          false,
          "the migration took longer than Lambda allows. What was applied stays: run bin/migrate"
              + " until it says that nothing is missing, then deploy again");

  private final JsonMapper json;
  private final AnswerSender sender = new AnswerSender();

  AnsweredDeploy(JsonMapper json) {
    this.json = json;
  }

  /// Runs the work, answers how it ended, and ends the same way.
  ///
  /// @param saying what its result says
  public <T> T of(
      StackRequest request, Context context, Supplier<T> work, Function<T, String> saying) {
    TimeGuard guard =
        TimeGuard.start(
            left(context).minus(TO_ANSWER), () -> answerLate(request, TOO_LONG, context));
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error failure) {
      if (guard.stop()) {
        answerLate(request, DeployAnswer.failed(failure, context.getLogGroupName()), context);
      }
      throw failure;
    }
    if (guard.stop()) {
      answer(request, new DeployAnswer(true, saying.apply(result)), context);
    }
    return result;
  }

  /// Where there is a failure already, which is what the invocation ends with.
  private void answerLate(StackRequest request, DeployAnswer answer, Context context) {
    try {
      answer(request, answer, context);
    } catch (UnansweredException untold) {
      context.getLogger().log(String.valueOf(untold.getMessage()), LogLevel.ERROR);
    }
  }

  private void answer(StackRequest request, DeployAnswer answer, Context context) {
    sender.send(request.answerTo(), body(request, answer), left(context).minus(TO_END));
    context
        .getLogger()
        .log(
            "answered CloudFormation " + answer.status() + ": " + answer.reason(),
            answer.ok() ? LogLevel.INFO : LogLevel.ERROR);
  }

  private byte[] body(StackRequest request, DeployAnswer answer) {
    try {
      return json.writeValueAsBytes(answer.to(request));
    } catch (IOException impossible) {
      throw new UncheckedIOException("an answer cannot be written", impossible);
    }
  }

  private static Duration left(Context context) {
    return Duration.ofMillis(context.getRemainingTimeInMillis());
  }
}
