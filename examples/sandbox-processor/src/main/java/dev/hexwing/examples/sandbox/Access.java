package dev.hexwing.examples.sandbox;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Lets in who shows the API key, as a bearer token or as the user name of basic authentication. */
final class Access {

  private final byte[] key;

  Access(String key) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
  }

  /** Empty if the caller may go on. */
  Optional<Answer> refuse(ServerRequestHeaders headers) {
    Optional<String> shown = headers.first(HeaderNames.AUTHORIZATION).flatMap(Access::shown);
    if (shown.isEmpty()) {
      return Optional.of(Refusals.noKey());
    }
    byte[] given = shown.get().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, key) ? Optional.empty() : Optional.of(Refusals.wrongKey());
  }

  private static Optional<String> shown(String authorization) {
    String value = authorization.strip();
    String scheme = value.toLowerCase(Locale.ROOT);
    if (scheme.startsWith("bearer ")) {
      return Optional.of(value.substring("bearer ".length()).strip());
    }
    if (!scheme.startsWith("basic ")) {
      return Optional.empty();
    }
    try {
      byte[] pair = Base64.getDecoder().decode(value.substring("basic ".length()).strip());
      String user = new String(pair, StandardCharsets.UTF_8);
      int colon = user.indexOf(':');
      return Optional.of(colon < 0 ? user : user.substring(0, colon));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
