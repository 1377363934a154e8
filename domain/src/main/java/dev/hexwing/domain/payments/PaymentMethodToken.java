package dev.hexwing.domain.payments;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What the processor handed out in place of a card: {@code pm_card_visa}.
 *
 * <p>Anything that looks like a card number (13 to 19 digits that pass the Luhn check of ISO/IEC
 * 7812-1, whatever blanks, dashes or other marks stand between them) is refused, and never repeated
 * in a message.
 *
 * @param value 1 to 100 letters, digits, dashes, dots, colons or underscores
 */
@ValueObject
public record PaymentMethodToken(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
  private static final int SHORTEST_CARD = 13;
  private static final int LONGEST_CARD = 19;

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} refuses with a value. */
  public PaymentMethodToken {
    Objects.requireNonNull(value, "value");
    if (looksLikeCardNumber(value) || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a payment method token");
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, PaymentMethodToken> of(String text) {
    Objects.requireNonNull(text, "text");
    if (looksLikeCardNumber(text)) {
      return refuse(
          "payment.card-number-refused",
          "must be a processor's token; card numbers are never taken");
    }
    return FORM.matcher(text).matches()
        ? Either.right(new PaymentMethodToken(text))
        : refuse("payment.method-malformed", "must be a processor's token of 1 to 100 characters");
  }

  private static Either<InvalidValue, PaymentMethodToken> refuse(String code, String reason) {
    return Either.left(new InvalidValue(code, "paymentMethod", reason));
  }

  private static boolean looksLikeCardNumber(String text) {
    int digits = 0;
    int sum = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        return false;
      }
      if (c < '0' || c > '9') {
        continue;
      }
      int digit = c - '0';
      if (digits % 2 == 1) {
        digit = digit > 4 ? digit * 2 - 9 : digit * 2;
      }
      sum += digit;
      digits++;
    }
    return digits >= SHORTEST_CARD && digits <= LONGEST_CARD && sum % 10 == 0;
  }

  @Override
  public String toString() {
    return value;
  }
}
