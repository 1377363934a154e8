package dev.hexwing.domain.testkit;

import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.Refund;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.payments.RefundStatus;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary values of payments, valid by construction, and card numbers to be refused. */
public final class PaymentValues {

  private PaymentValues() {}

  /** Names of payments. */
  public static Arbitrary<PaymentId> paymentIds() {
    return SharedValues.uuids(PaymentId::new);
  }

  /** Names of refunds. */
  public static Arbitrary<RefundId> refundIds() {
    return SharedValues.uuids(RefundId::new);
  }

  /** The processor's names for charges and refunds. */
  public static Arbitrary<ProcessorReference> processorReferences() {
    return Texts.words(255).map(ProcessorReference::new);
  }

  /** Refunds in any status, of one minor unit up to the largest {@code long}. */
  public static Arbitrary<Refund> refunds() {
    return Combinators.combine(
            refundIds(), SharedValues.payableMoney(), Arbitraries.of(RefundStatus.class))
        .as(Refund::new);
  }

  /** Reasons to decline, with and without a message. */
  public static Arbitrary<DeclineReason> declineReasons() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("insufficient_funds", "card_declined", "expired_card")),
                Tuple.of(1, Texts.words(100))),
            Arbitraries.oneOf(Arbitraries.just(""), Texts.words(500)))
        .as(DeclineReason::new);
  }

  /** Tokens: words, and numbers that are no card's. */
  public static Arbitrary<PaymentMethodToken> paymentMethodTokens() {
    Arbitrary<String> words =
        Combinators.combine(
                Arbitraries.of("pm_", "tok-", "a"),
                Texts.of(Texts.LETTERS, Texts.LETTERS + "._:-", 96))
            .as((begin, end) -> begin + end);
    return Arbitraries.frequencyOf(
            Tuple.of(4, words),
            Tuple.of(1, Arbitraries.of("pm_card_visa")),
            Tuple.of(1, notCards()))
        .map(PaymentMethodToken::new);
  }

  /** Numbers of 13 to 19 digits that pass the Luhn check; nothing in the domain takes them. */
  public static Arbitrary<String> cardNumbers() {
    return Arbitraries.strings()
        .numeric()
        .ofMinLength(12)
        .ofMaxLength(18)
        .map(digits -> digits + luhnDigit(digits));
  }

  /** Card numbers as people write them: with marks before, between and after the digits. */
  public static Arbitrary<String> cardNumbersWithMarks() {
    return Combinators.combine(cardNumbers(), Arbitraries.of(" ", "-", ".", "_", ":"), gaps())
        .as(
            (number, mark, gaps) -> {
              StringBuilder text = new StringBuilder();
              for (int i = 0; i < number.length(); i++) {
                if ((gaps >> i & 1) == 1) {
                  text.append(mark);
                }
                text.append(number.charAt(i));
              }
              return text.toString();
            });
  }

  private static Arbitrary<Integer> gaps() {
    // Bits say before which digit a mark stands: groups of four, every digit, or anything.
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(0b1_0001_0001_0000)),
        Tuple.of(1, Arbitraries.just(-1)),
        Tuple.of(2, Arbitraries.integers().between(1, 0x7FFFF)));
  }

  /** Digits that are no card's: the check digit is wrong, or there are too few or too many. */
  private static Arbitrary<String> notCards() {
    Arbitrary<String> wrongCheck =
        Combinators.combine(
                Arbitraries.strings().numeric().ofMinLength(12).ofMaxLength(18),
                Arbitraries.integers().between(1, 9))
            .as((digits, off) -> digits + (luhnDigit(digits) + off) % 10);
    return Arbitraries.oneOf(
        wrongCheck,
        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12),
        Arbitraries.strings().numeric().ofMinLength(20).ofMaxLength(100));
  }

  private static int luhnDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed / 10 + weighed % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
