package io.schemamemory.secrets;

import java.time.Duration;

/// Secrets Manager, by either way to it.
public interface Secrets {
  /// Reads the current text of a secret.
  ///
  /// @param id its name or ARN
  /// @param within the time limit, whatever hangs
  /// @throws SecretException if there is no text
  String read(String id, Duration within);
}
