package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import io.schemamemory.domain.ddl.Understanding.Reason;
import java.util.Set;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContext;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.dfa.DFAState;
import org.jspecify.annotations.Nullable;

/// Decides which rule of the grammar comes next, with a bounded number of steps.
final class BoundedPrediction extends ParserATNSimulator {
  /// Half a second. The first statement of its kind takes up to 80,000, a table of 8192
  /// partitions 230,000.
  private static final int MOST_STEPS = 500_000;

  private final ContextInterner contexts = new ContextInterner();
  private int steps;

  BoundedPrediction(MySqlParser parser, DFA[] decisions) {
    super(parser, MySqlParser._ATN, decisions, new PredictionContextCache());
    // Reads everything PlanetScale prints; LL mode is much slower and reads nothing more of it.
    setPredictionMode(PredictionMode.SLL);
  }

  @Override
  protected void closureCheckingStopState(
      ATNConfig config,
      ATNConfigSet configs,
      Set<ATNConfig> closureBusy,
      boolean collectPredicates,
      boolean fullCtx,
      int depth,
      boolean treatEofAsEpsilon) {
    step();
    config.context = contexts.one(config.context);
    super.closureCheckingStopState(
        config, configs, closureBusy, collectPredicates, fullCtx, depth, treatEofAsEpsilon);
  }

  @Override
  public PredictionContext getCachedContext(PredictionContext context) {
    return contexts.one(context);
  }

  @Override
  protected @Nullable DFAState getExistingTargetState(DFAState previous, int token) {
    step();
    return super.getExistingTargetState(previous, token);
  }

  private void step() {
    if (++steps > MOST_STEPS) {
      throw new UnreadDdlException(Reason.TOO_INVOLVED);
    }
  }
}
