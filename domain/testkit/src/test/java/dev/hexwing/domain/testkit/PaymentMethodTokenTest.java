package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.shared.InvalidValue;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
@PropertyDefaults(tries = 1_000)
class PaymentMethodTokenTest {

  @Property
  void a_card_number_is_refused_and_never_repeated(@ForAll("cardNumbers") String number) {
    Cases.met("digits", 10, number.length(), 13, 14, 15, 16, 17, 18, 19);
    refused(number, number);
  }

  @Property
  void a_card_number_with_marks_between_its_digits_is_refused_and_never_repeated(
      @ForAll("marked") String text) {
    refused(text, text);
    refused(text, text.replaceAll("[^0-9]", ""));
  }

  @Property
  void a_processors_token_is_taken_as_it_is(@ForAll("tokens") PaymentMethodToken token) {
    assertThat(PaymentMethodToken.of(token.value()).get()).isEqualTo(token);
    assertThat(token).hasToString(token.value());
    boolean digits = token.value().chars().allMatch(Character::isDigit);
    Cases.met("digits alone", 20, digits, true, false);
  }

  @Property
  void of_ten_numbers_that_differ_in_the_last_digit_alone_one_is_a_card(
      @ForAll("cardNumbers") String number) {
    String start = number.substring(0, number.length() - 1);
    int refused = 0;
    for (int last = 0; last <= 9; last++) {
      refused += PaymentMethodToken.of(start + last).isLeft() ? 1 : 0;
    }
    assertThat(refused).isEqualTo(1);
  }

  @Property
  void both_doors_agree_on_any_text(@ForAll("texts") String text) {
    boolean taken = PaymentMethodToken.of(text).isRight();
    Cases.met("taken", 20, taken, true, false);
    if (taken) {
      assertThat(new PaymentMethodToken(text).value()).isEqualTo(text);
      assertThat(text).matches("[A-Za-z0-9._:-]{1,100}");
    } else {
      assertThatThrownBy(() -> new PaymentMethodToken(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not a payment method token");
    }
  }

  private static void refused(String text, String secret) {
    InvalidValue refusal = PaymentMethodToken.of(text).getLeft();
    assertThat(refusal.code()).isEqualTo("payment.card-number-refused");
    assertThat(refusal.field().get()).isEqualTo("paymentMethod");
    assertThat(refusal.toString() + refusal.message()).doesNotContain(secret);
    assertThatThrownBy(() -> new PaymentMethodToken(text))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            thrown -> {
              assertThat(thrown.toString()).doesNotContain(secret);
              assertThat(Arrays.asList(thrown.getCause())).containsOnlyNulls();
            });
  }

  @Provide
  Arbitrary<String> cardNumbers() {
    return PaymentValues.cardNumbers();
  }

  @Provide
  Arbitrary<String> marked() {
    return PaymentValues.cardNumbersWithMarks();
  }

  @Provide
  Arbitrary<PaymentMethodToken> tokens() {
    return PaymentValues.paymentMethodTokens();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(4),
        Arbitraries.strings().alpha().numeric().withChars("._:- ").ofMaxLength(105),
        Arbitraries.strings().numeric().ofMaxLength(21));
  }
}
