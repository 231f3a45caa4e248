package io.schemamemory.bench.micronaut;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.function.aws.MicronautRequestHandler;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.WebhookSecrets;
import jakarta.inject.Inject;

/// Verifies a webhook, stores it, answers.
public class ReceiveWithMicronaut
    extends MicronautRequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  @Inject SignatureVerifier verifier;
  @Inject PooledInbox inbox;

  @Override
  public APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
    String signature = event.getHeaders().get("x-planetscale-signature");
    APIGatewayV2HTTPResponse response = new APIGatewayV2HTTPResponse();
    response.setStatusCode(
        switch (verifier.verify(WebhookSecrets.BARE, signature, event.getBody().getBytes(UTF_8))) {
          case Authentic authentic -> inbox.receive(authentic.payload()) ? 202 : 503;
          case Rejected _ -> 401;
        });
    return response;
  }
}
