package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.WebhookSecrets;
import java.util.function.UnaryOperator;

/// What a command does to the secrets, decided from them alone; it throws [RefusedException] where
/// it would do harm.
sealed interface SecretsChange extends UnaryOperator<WebhookSecrets>
    permits AddSource, RotateSecret, RetireSecret, ForgetRetired {}
