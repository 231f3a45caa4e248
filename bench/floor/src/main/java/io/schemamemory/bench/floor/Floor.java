package io.schemamemory.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/// Stores a webhook and answers, and nothing else: it checks no signature, no setting, no answer.
public final class Floor
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Connection connection;

  public Floor() throws SQLException {
    Properties properties = new Properties();
    // Without it the connection is not safe through a transaction pooler: part of the least.
    properties.setProperty("prepareThreshold", "0");
    connection =
        Objects.requireNonNull(new Driver().connect(System.getenv("DATABASE_URL"), properties));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try (PreparedStatement receive =
        connection.prepareStatement("select memory.receive(?, ?, ?, null, ?)")) {
      receive.setString(1, "default");
      receive.setString(2, event.getHeaders().get("x-planetscale-signature"));
      receive.setString(3, "0000000000000000");
      receive.setBytes(4, event.getBody().getBytes(UTF_8));
      receive.execute();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    APIGatewayV2HTTPResponse response = new APIGatewayV2HTTPResponse();
    response.setStatusCode(202);
    return response;
  }
}
