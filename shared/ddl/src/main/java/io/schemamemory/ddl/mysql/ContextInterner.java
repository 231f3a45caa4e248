package io.schemamemory.ddl.mysql;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.antlr.v4.runtime.atn.ArrayPredictionContext;
import org.antlr.v4.runtime.atn.PredictionContext;
import org.antlr.v4.runtime.atn.SingletonPredictionContext;
import org.jspecify.annotations.Nullable;

/// Makes equal prediction contexts one object, from the innermost out.
///
/// ANTLR compares contexts as trees. These share parts, so that a few dozen nested brackets take
/// minutes to compare. Identical objects need no comparison.
final class ContextInterner {
  private final Map<PredictionContext, PredictionContext> interned = new HashMap<>();
  private final IdentityHashMap<PredictionContext, PredictionContext> seen =
      new IdentityHashMap<>();

  PredictionContext one(PredictionContext context) {
    if (context.isEmpty()) {
      return context;
    }
    PredictionContext known = seen.get(context);
    if (known == null) {
      PredictionContext rebuilt = rebuilt(context);
      known = interned.computeIfAbsent(rebuilt, same -> same);
      seen.put(context, known);
    }
    return known;
  }

  private PredictionContext rebuilt(PredictionContext context) {
    @Nullable PredictionContext[] parents = new PredictionContext[context.size()];
    int[] returnStates = new int[context.size()];
    for (int i = 0; i < parents.length; i++) {
      PredictionContext parent = context.getParent(i);
      parents[i] = parent == null ? null : one(parent);
      returnStates[i] = context.getReturnState(i);
    }
    return parents.length == 1
        ? SingletonPredictionContext.create(parents[0], returnStates[0])
        : new ArrayPredictionContext(parents, returnStates);
  }
}
