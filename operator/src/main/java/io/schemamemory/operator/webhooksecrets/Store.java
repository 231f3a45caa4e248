package io.schemamemory.operator.webhooksecrets;

import java.util.function.UnaryOperator;

/// Where the document is kept.
sealed interface Store permits FileStore, SecretsManagerStore {
  /// The document as it is; empty when there is none yet.
  Document read();

  /// Changes the document, and only what was read: whoever was faster is not overwritten.
  ///
  /// @return what the change made of it
  Document change(UnaryOperator<Document> change);
}
