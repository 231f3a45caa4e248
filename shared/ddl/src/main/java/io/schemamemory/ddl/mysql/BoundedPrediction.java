package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser;
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
  private final ContextInterner contexts = new ContextInterner();
  private final Effort effort;

  BoundedPrediction(MySqlParser parser, DFA[] decisions, Effort effort) {
    super(parser, MySqlParser._ATN, decisions, new PredictionContextCache());
    this.effort = effort;
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
    effort.spend(1);
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
    effort.spend(1);
    return super.getExistingTargetState(previous, token);
  }
}
