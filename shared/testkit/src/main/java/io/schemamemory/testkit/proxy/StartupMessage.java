package io.schemamemory.testkit.proxy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The first message of a PostgreSQL client: its user and database.
record StartupMessage(int protocol, Map<String, String> parameters) {
  private static final int SSL_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;
  private static final int CANCEL_REQUEST = 80_877_102;

  /// Reads it after declining TLS; empty if the client only cancels a query.
  static Optional<StartupMessage> read(DataInputStream asked, DataOutputStream answered)
      throws IOException {
    while (true) {
      int length = asked.readInt();
      int protocol = asked.readInt();
      byte[] rest = asked.readNBytes(length - 8);
      switch (protocol) {
        case SSL_REQUEST, GSS_REQUEST -> answered.write('N');
        case CANCEL_REQUEST -> {
          return Optional.empty();
        }
        default -> {
          return Optional.of(new StartupMessage(protocol, parameters(rest)));
        }
      }
    }
  }

  private static Map<String, String> parameters(byte[] rest) {
    String[] texts = new String(rest, StandardCharsets.UTF_8).split("\0", -1);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; !texts[i].isEmpty(); i += 2) {
      parameters.put(texts[i], texts[i + 1]);
    }
    return parameters;
  }

  /// The message with the role's own name; empty if the user names no branch or another one. What
  /// follows the branch names a bouncer.
  Optional<StartupMessage> inside(String branch) {
    String user = parameters.getOrDefault("user", "");
    int end = user.indexOf("." + branch);
    String after = end < 0 ? "" : user.substring(end + 1 + branch.length());
    if (end < 0 || !(after.isEmpty() || after.startsWith("|"))) {
      return Optional.empty();
    }
    Map<String, String> inside = new LinkedHashMap<>(parameters);
    inside.put("user", user.substring(0, end));
    return Optional.of(new StartupMessage(protocol, inside));
  }

  /// In one write: PgBouncer does not wait for a second part.
  void write(OutputStream server) throws IOException {
    byte[] texts =
        parameters.entrySet().stream()
            .map(parameter -> parameter.getKey() + "\0" + parameter.getValue() + "\0")
            .collect(Collectors.joining("", "", "\0"))
            .getBytes(StandardCharsets.UTF_8);
    int length = 8 + texts.length;
    server.write(ByteBuffer.allocate(length).putInt(length).putInt(protocol).put(texts).array());
  }

  /// PlanetScale's error for a user without a branch.
  static void refuse(DataOutputStream answered) throws IOException {
    byte[] fields =
        "SFATAL\0VFATAL\0C28000\0Minvalid user format\0\0".getBytes(StandardCharsets.UTF_8);
    answered.write('E');
    answered.writeInt(4 + fields.length);
    answered.write(fields);
    answered.flush();
  }

  /// Passes on the server's messages until it is ready, with another process id.
  static void hideProcessId(DataInputStream server, DataOutputStream client) throws IOException {
    int type;
    do {
      type = server.readUnsignedByte();
      int length = server.readInt();
      byte[] body = server.readNBytes(length - 4);
      if (type == 'K') {
        body[0] ^= 1;
      }
      client.write(type);
      client.writeInt(length);
      client.write(body);
      client.flush();
    } while (type != 'Z');
  }
}
