package io.schemamemory.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/// Its constructor fails, as with a missing setting.
public final class NeverStarts implements RequestHandler<Object, Object> {
  public NeverStarts() {
    throw new IllegalStateException("DATABASE_URL is missing");
  }

  @Override
  public Object handleRequest(Object event, Context context) {
    return event;
  }
}
