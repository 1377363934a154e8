package dev.hexwing.rest.in;

import dev.hexwing.application.idempotency.IdempotencyRefusal;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.InvalidValue;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

/**
 * Reads {@code Idempotency-Key} (IETF draft "The Idempotency-Key HTTP Header Field").
 *
 * <p>The draft's form is a structured-field string (RFC 9651, 3.3.3): quotes around it, and a
 * backslash before a quote or backslash within. Many clients send the bare text; it is read too,
 * unless it holds a comma, which is what two headers become on the way through a proxy.
 */
final class IdempotencyKeyHeader {

  static final HeaderName NAME = HeaderNames.create("Idempotency-Key");

  private IdempotencyKeyHeader() {}

  /** The key of a request that moves money. */
  static IdempotencyKey required(Headers headers) {
    return optional(headers)
        .getOrElseThrow(() -> new RequestRefused(Problems.of(new IdempotencyRefusal.KeyMissing())));
  }

  /** The key of any other request, if it has one. */
  static Option<IdempotencyKey> optional(Headers headers) {
    List<String> sent = headers.contains(NAME) ? headers.get(NAME).allValues() : List.of();
    if (sent.isEmpty()) {
      return Option.none();
    }
    Either<InvalidValue, IdempotencyKey> key =
        sent.size() == 1 ? read(sent.getFirst().strip()) : malformed("must be sent once");
    return Option.some(key.getOrElseThrow(invalid -> new RequestRefused(Problems.of(invalid))));
  }

  static Either<InvalidValue, IdempotencyKey> read(String text) {
    if (text.startsWith("\"")) {
      return unquote(text).flatMap(IdempotencyKey::of);
    }
    return text.indexOf(',') < 0 && text.indexOf('"') < 0
        ? IdempotencyKey.of(text)
        : malformed("must be one string in quotes");
  }

  private static Either<InvalidValue, String> unquote(String text) {
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i == text.length() - 1
            ? Either.right(key.toString())
            : malformed("must end with its closing quote");
      }
      if (c == '\\') {
        i++;
        if (i == text.length() || (text.charAt(i) != '"' && text.charAt(i) != '\\')) {
          return malformed("must have a quote or a backslash after a backslash");
        }
        c = text.charAt(i);
      }
      key.append(c);
    }
    return malformed("must end with its closing quote");
  }

  private static <T> Either<InvalidValue, T> malformed(String reason) {
    return Either.left(new InvalidValue("idempotency.key-malformed", "Idempotency-Key", reason));
  }
}
