package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.dfa.DFA;

/// ANTLR's cache of the decisions that parsers took; threads share it.
///
/// ANTLR's own is static and never emptied, and each new kind of statement adds to it.
final class ParserCache {
  /// About 40 MB; 1700 statements of all kinds fill 1500.
  private static final int MOST_STATES = 5_000;

  private final DFA[] decisions =
      IntStream.range(0, MySqlParser._ATN.getNumberOfDecisions())
          .mapToObj(number -> new DFA(MySqlParser._ATN.getDecisionState(number), number))
          .toArray(DFA[]::new);

  MySqlParser attach(MySqlParser parser, Effort effort) {
    parser.setInterpreter(new BoundedPrediction(parser, decisions, effort));
    return parser;
  }

  boolean isFull() {
    return Stream.of(decisions).mapToInt(decision -> decision.states.size()).sum() > MOST_STATES;
  }
}
