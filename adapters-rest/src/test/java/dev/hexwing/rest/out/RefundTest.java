package dev.hexwing.rest.out;

import static dev.hexwing.rest.out.Samples.error;
import static dev.hexwing.rest.out.Samples.refund;
import static dev.hexwing.rest.out.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorAnswer.Approved;
import dev.hexwing.application.payments.ProcessorAnswer.Declined;
import dev.hexwing.application.payments.ProcessorAnswer.NotSent;
import dev.hexwing.application.payments.ProcessorAnswer.Unknown;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefundTest {

  private final ScriptedServer server = new ScriptedServer();
  private final StripeProcessor processor = Samples.processor(server);

  @AfterEach
  void close() {
    processor.close();
    server.close();
  }

  private ProcessorAnswer refundedWith(int status, String body) {
    server.answers(json(status, body));
    ProcessorAnswer answer = processor.refund(refund());
    server.only();
    return answer;
  }

  @Test
  void the_request_is_the_documented_form_to_the_byte() {
    refundedWith(200, refund("re_1", "succeeded"));

    assertThat(server.only().line()).isEqualTo("POST /v1/refunds HTTP/1.1");
    assertThat(server.only().header("Idempotency-Key")).isEqualTo(Samples.REFUND.toString());
    assertThat(server.only().body())
        .isEqualTo(
            "payment_intent=pi_1&amount=5000"
                + "&metadata[refund_id]=0199a1b2-0000-7000-8000-000000000003"
                + "&metadata[payment_id]=0199a1b2-0000-7000-8000-000000000001"
                + "&metadata[order_id]=0199a1b2-0000-7000-8000-000000000002");
  }

  @Test
  void a_refund_that_succeeded_is_approved_by_stripes_name() {
    assertThat(refundedWith(200, refund("re_1", "succeeded")))
        .isEqualTo(new Approved(new ProcessorReference("re_1")));
  }

  @ParameterizedTest
  @CsvSource({"failed,refund_failed", "canceled,refund_canceled"})
  void a_refund_that_ended_without_money_is_declined(String status, String code) {
    assertThat(refundedWith(200, refund("re_1", status)))
        .isInstanceOfSatisfying(
            Declined.class, declined -> assertThat(declined.reason().code()).isEqualTo(code));
  }

  @Test
  void a_failed_refund_says_why() {
    String body =
        "{\"id\":\"re_1\",\"object\":\"refund\",\"status\":\"failed\","
            + "\"failure_reason\":\"lost_or_stolen_card\"}";
    assertThat(refundedWith(200, body))
        .isInstanceOfSatisfying(
            Declined.class,
            declined -> assertThat(declined.reason().code()).isEqualTo("lost_or_stolen_card"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "requires_action", "new"})
  void a_refund_that_is_still_open_is_unknown(String status) {
    assertThat(refundedWith(200, refund("re_1", status))).isEqualTo(new Unknown("it is " + status));
  }

  @Test
  void a_refund_that_stripe_does_not_accept_is_declined() {
    assertThat(refundedWith(400, error("invalid_request_error", "charge_disputed")))
        .isInstanceOfSatisfying(
            Declined.class,
            declined ->
                assertThat(declined.reason().code()).isEqualTo("processor.charge_disputed"));
  }

  @Test
  void a_charge_that_was_refunded_already_may_have_been_refunded_by_us() {
    assertThat(refundedWith(400, error("invalid_request_error", "charge_already_refunded")))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void a_payment_intent_is_no_refund() {
    assertThat(refundedWith(200, Samples.intent("succeeded"))).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429})
  void a_refund_that_was_turned_away_unread_was_not_sent(int status) {
    assertThat(refundedWith(status, "{}")).isInstanceOf(NotSent.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 500, 503})
  void a_refund_without_a_clear_answer_is_unknown(int status) {
    assertThat(refundedWith(status, "{}")).isInstanceOf(Unknown.class);
  }

  @Test
  void an_amount_that_stripe_cannot_take_is_declined_without_a_call() {
    assertThat(processor.refund(refund(Money.ofMinor(1, "MGA")))).isInstanceOf(Declined.class);
    assertThat(server.heads()).isZero();
  }
}
