package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Where a subscriber takes messages: {@code https://shop.example/hooks}.
 *
 * <p>Only encrypted addresses are taken, and none with a name and password or a fragment in them.
 * Whether the host may be called, and is not one of the house's own, is for whoever calls it to
 * check when it does: names are resolved anew each time.
 *
 * @param value an https address (RFC 3986) of at most 2,000 visible ASCII characters
 */
@ValueObject
public record Endpoint(String value) {

  private static final int LONGEST = 2_000;
  private static final Pattern FORM =
      Pattern.compile(
          "https://[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::[0-9]{1,5})?"
              + "(?:[/?][A-Za-z0-9._~:/?@!$&'()*+,;=%-]*+)?");

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} refuses with a value. */
  public Endpoint {
    Objects.requireNonNull(value, "value");
    if (!isSane(value)) {
      throw new IllegalArgumentException("not an https address");
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, Endpoint> of(String text) {
    Objects.requireNonNull(text, "text");
    return isSane(text)
        ? Either.right(new Endpoint(text))
        : Either.left(
            new InvalidValue(
                "notification.endpoint-malformed",
                "endpoint",
                "must be an https address of at most 2000 characters, without user or fragment"));
  }

  private static boolean isSane(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
