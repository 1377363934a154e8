package dev.hexwing.rest.in;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads times from outside (RFC 3339). */
final class Times {

  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

  private Times() {}

  /** The rule for a field of that name. */
  static Function<String, Either<InvalidValue, Instant>> named(String name) {
    return text -> read(name, text);
  }

  private static Either<InvalidValue, Instant> read(String name, String text) {
    if (FORM.matcher(text).matches()) {
      try {
        return Either.right(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeException e) {
        return malformed(name);
      }
    }
    return malformed(name);
  }

  private static Either<InvalidValue, Instant> malformed(String name) {
    return Either.left(
        new InvalidValue(
            ProblemCodes.INVALID, name, "must be a time such as 2026-01-31T10:04:00Z"));
  }
}
