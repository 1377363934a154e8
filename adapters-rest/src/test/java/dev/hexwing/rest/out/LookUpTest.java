package dev.hexwing.rest.out;

import static dev.hexwing.rest.out.Samples.CHARGE;
import static dev.hexwing.rest.out.Samples.PAYMENT;
import static dev.hexwing.rest.out.Samples.REFUND;
import static dev.hexwing.rest.out.Samples.found;
import static dev.hexwing.rest.out.Samples.intent;
import static dev.hexwing.rest.out.Samples.list;
import static dev.hexwing.rest.out.Samples.refund;
import static dev.hexwing.rest.out.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.LookUp.Absent;
import dev.hexwing.application.payments.LookUp.Found;
import dev.hexwing.application.payments.LookUp.Pending;
import dev.hexwing.application.payments.LookUp.Unanswered;
import dev.hexwing.application.payments.ProcessorAnswer.Approved;
import dev.hexwing.application.payments.ProcessorAnswer.Declined;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.rest.out.ScriptedServer.Script;
import dev.hexwing.rest.out.ScriptedServer.Seen;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpTest {

  private static final String ERROR =
      "{\"type\":\"card_error\",\"code\":\"card_declined\",\"decline_code\":\"lost_card\","
          + "\"message\":\"No.\"}";
  private static final LookUp APPROVED = new Found(new Approved(CHARGE));
  private static final LookUp LOST_CARD =
      new Found(new Declined(new DeclineReason("lost_card", "No.")));

  private final ScriptedServer server = new ScriptedServer();
  private final StripeProcessor processor = Samples.processor(server);

  @AfterEach
  void close() {
    processor.close();
    server.close();
  }

  @Nested
  class Charges {

    private LookUp lookUp(Script... answers) {
      server.answers(answers);
      return processor.lookUpCharge(PAYMENT);
    }

    @Test
    void are_searched_for_by_our_name() {
      lookUp(json(200, found()));

      Seen seen = server.only();
      assertThat(seen.line())
          .isEqualTo(
              "GET /v1/payment_intents/search?query=metadata%5B%27payment_id%27%5D%3A%27"
                  + PAYMENT
                  + "%27&limit=100 HTTP/1.1");
      assertThat(seen.header("Authorization")).isEqualTo("Bearer " + Samples.KEY);
      assertThat(seen.header("Stripe-Version")).isEqualTo(StripeHttp.VERSION);
    }

    @Test
    void that_succeeded_are_found_with_one_call() {
      assertThat(lookUp(json(200, found(intent("succeeded"))))).isEqualTo(APPROVED);
      assertThat(server.heads()).isEqualTo(1);
    }

    @Test
    void that_failed_are_found_with_the_reason() {
      String failed = intent("pi_1", "requires_payment_method", ERROR);
      assertThat(lookUp(json(200, found(failed)), json(200, failed))).isEqualTo(LOST_CARD);
      assertThat(server.seen().get(1).line()).isEqualTo("GET /v1/payment_intents/pi_1 HTTP/1.1");
    }

    @Test
    void are_read_themselves_where_the_search_may_lag_behind() {
      String failed = intent("pi_1", "requires_payment_method", ERROR);
      assertThat(lookUp(json(200, found(failed)), json(200, intent("succeeded"))))
          .isEqualTo(APPROVED);
    }

    @Test
    void that_were_canceled_are_declined() {
      assertThat(lookUp(json(200, found(intent("canceled"))), json(200, intent("canceled"))))
          .isInstanceOfSatisfying(
              Found.class, result -> assertThat(result.answer()).isInstanceOf(Declined.class));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "processing",
          "requires_action",
          "requires_capture",
          "requires_confirmation",
          "requires_payment_method",
          "new"
        })
    void that_are_still_open_are_pending(String status) {
      assertThat(lookUp(json(200, found(intent(status))), json(200, intent(status))))
          .isEqualTo(new Pending());
    }

    @Test
    void that_are_not_there_are_absent() {
      assertThat(lookUp(json(200, found()))).isEqualTo(new Absent());
    }

    @Test
    void of_another_name_are_not_ours() {
      String other = intent("succeeded").replace(PAYMENT.toString(), "other");
      assertThat(lookUp(json(200, found(other)))).isEqualTo(new Absent());
    }

    @Test
    void of_one_name_count_as_charged_if_one_was() {
      String failed = intent("pi_0", "requires_payment_method", ERROR);
      assertThat(lookUp(json(200, found(failed, intent("succeeded"))), json(200, failed)))
          .isEqualTo(APPROVED);
    }

    @Test
    void of_one_name_are_unanswered_if_one_could_not_be_read() {
      String failed = intent("pi_0", "requires_payment_method", ERROR);
      String open = intent("pi_2", "processing", "null");
      assertThat(lookUp(json(200, found(failed, open)), json(200, failed), json(500, "{}")))
          .isInstanceOf(Unanswered.class);
    }

    @Test
    void of_one_name_beyond_the_bound_are_unanswered() {
      String[] many = Collections.nCopies(11, intent("processing")).toArray(String[]::new);
      assertThat(lookUp(json(200, found(many)), json(200, intent("processing"))))
          .isInstanceOf(Unanswered.class);
      assertThat(server.heads()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 429, 500, 503})
    void are_unanswered_by_anything_but_an_answer(int status) {
      assertThat(lookUp(json(status, found()))).isInstanceOf(Unanswered.class);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{}",
          "{\"object\":\"search_result\",\"has_more\":false}",
          "{\"object\":\"search_result\",\"data\":[]}",
          "{\"object\":\"list\",\"has_more\":false,\"data\":[]}",
          "{\"object\":\"search_result\",\"has_more\":true,\"data\":[]}",
          "{\"object\":\"search_result\",\"has_more\":false,\"data\":[",
          "<html></html>"
        })
    void are_never_absent_because_an_answer_was_cut_short(String body) {
      assertThat(lookUp(json(200, body))).isInstanceOf(Unanswered.class);
    }

    @Test
    void without_a_name_of_stripes_are_unanswered() {
      assertThat(lookUp(json(200, found(intent("../x", "succeeded", "null")))))
          .isInstanceOf(Unanswered.class);
      assertThat(server.heads()).isEqualTo(1);
    }
  }

  @Nested
  class Refunds {

    private LookUp lookUp(Script... answers) {
      server.answers(answers);
      return processor.lookUpRefund(REFUND, CHARGE);
    }

    @Test
    void are_listed_by_their_charge() {
      assertThat(lookUp(json(200, list(false, refund("re_1", "succeeded")))))
          .isEqualTo(new Found(new Approved(new ProcessorReference("re_1"))));
      assertThat(server.only().line())
          .isEqualTo("GET /v1/refunds?payment_intent=pi_1&limit=100 HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "canceled"})
    void that_ended_without_money_are_declined(String status) {
      assertThat(lookUp(json(200, list(false, refund("re_1", status)))))
          .isInstanceOfSatisfying(
              Found.class, result -> assertThat(result.answer()).isInstanceOf(Declined.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "requires_action"})
    void that_are_still_open_are_pending(String status) {
      assertThat(lookUp(json(200, list(false, refund("re_1", status))))).isEqualTo(new Pending());
    }

    @Test
    void are_absent_after_the_last_page() {
      assertThat(
              lookUp(
                  json(200, list(true, refund("re_9", "succeeded", "other"))),
                  json(200, list(false, refund("re_8", "succeeded", "another")))))
          .isEqualTo(new Absent());
      assertThat(server.seen().get(1).line())
          .isEqualTo("GET /v1/refunds?payment_intent=pi_1&limit=100&starting_after=re_9 HTTP/1.1");
    }

    @Test
    void are_found_on_a_later_page() {
      assertThat(
              lookUp(
                  json(200, list(true, refund("re_9", "succeeded", "other"))),
                  json(200, list(false, refund("re_1", "succeeded")))))
          .isEqualTo(new Found(new Approved(new ProcessorReference("re_1"))));
    }

    @Test
    void are_unanswered_if_a_later_page_is_missing() {
      assertThat(
              lookUp(json(200, list(true, refund("re_9", "succeeded", "other"))), json(500, "{}")))
          .isInstanceOf(Unanswered.class);
    }

    @Test
    void beyond_the_bound_are_unanswered() {
      assertThat(lookUp(json(200, list(true, refund("re_9", "succeeded", "other")))))
          .isInstanceOf(Unanswered.class);
      assertThat(server.heads()).isEqualTo(10);
    }

    @Test
    void of_an_empty_page_that_promises_more_are_unanswered() {
      assertThat(lookUp(json(200, list(true)))).isInstanceOf(Unanswered.class);
      assertThat(server.heads()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500})
    void are_unanswered_by_anything_but_an_answer(int status) {
      assertThat(lookUp(json(status, list(false)))).isInstanceOf(Unanswered.class);
    }
  }
}
