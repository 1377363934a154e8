package dev.hexwing.examples.droneshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.PaymentProcessor.ChargeRequest;
import dev.hexwing.application.payments.PaymentProcessor.RefundRequest;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorAnswer.Approved;
import dev.hexwing.application.payments.ProcessorAnswer.Declined;
import dev.hexwing.application.payments.ProcessorAnswer.Unknown;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.examples.sandbox.FaultSpec;
import dev.hexwing.examples.sandbox.SandboxOptions;
import dev.hexwing.examples.sandbox.SandboxServer;
import dev.hexwing.rest.out.ProcessorSettings;
import dev.hexwing.rest.out.StripeProcessor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shop's processor client and the sandbox understand each other. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProcessorAndSandboxTest {

  @TempDir private Path folder;

  @Nested
  class A_charge {

    @Test
    void that_is_approved_is_found_by_our_name_of_it() {
      with(
          "none",
          processor -> {
            ChargeRequest request = request("pm_card_visa", Money.ofMinor(5000, "EUR"));
            ProcessorAnswer answer = processor.charge(request);
            assertThat(answer).isInstanceOf(Approved.class);
            assertThat(processor.lookUpCharge(request.paymentId()))
                .isEqualTo(new LookUp.Found((Approved) answer));
          });
    }

    @Test
    void that_is_asked_for_again_is_the_same_charge() {
      with(
          "none",
          processor -> {
            ChargeRequest request = request("pm_card_visa", Money.ofMinor(1250, "KWD"));
            assertThat(processor.charge(request)).isEqualTo(processor.charge(request));
          });
    }

    @ParameterizedTest
    @CsvSource({
      "pm_card_chargeDeclined, generic_decline",
      "pm_card_chargeDeclinedInsufficientFunds, insufficient_funds",
      "pm_card_chargeDeclinedExpiredCard, expired_card"
    })
    void that_is_declined_says_why_and_stays_so(String method, String code) {
      with(
          "none",
          processor -> {
            ChargeRequest request = request(method, Money.ofMinor(700, "JPY"));
            ProcessorAnswer answer = processor.charge(request);
            assertThat(answer)
                .isInstanceOfSatisfying(
                    Declined.class,
                    declined -> assertThat(declined.reason().code()).isEqualTo(code));
            assertThat(processor.charge(request)).isEqualTo(answer);
          });
    }

    @Test
    void that_was_never_asked_for_is_absent() {
      with(
          "none",
          processor ->
              assertThat(processor.lookUpCharge(new PaymentId(UUID.randomUUID())))
                  .isEqualTo(new LookUp.Absent()));
    }

    @Test
    void whose_answer_is_lost_is_unknown_and_not_failed() {
      with(
          "drop-after=1",
          processor ->
              assertThat(processor.charge(request("pm_card_visa", Money.ofMinor(5000, "EUR"))))
                  .isInstanceOf(Unknown.class));
    }

    @Test
    void whose_request_is_lost_is_unknown_and_not_failed() {
      with(
          "drop-before=1",
          processor ->
              assertThat(processor.charge(request("pm_card_visa", Money.ofMinor(5000, "EUR"))))
                  .isInstanceOf(Unknown.class));
    }

    @Test
    void whose_answer_was_lost_is_found_after_a_restart() {
      ChargeRequest request = request("pm_card_visa", Money.ofMinor(5000, "EUR"));
      with("drop-after=1", processor -> processor.charge(request));
      with(
          "none",
          processor ->
              assertThat(processor.lookUpCharge(request.paymentId()))
                  .isInstanceOfSatisfying(
                      LookUp.Found.class,
                      found -> assertThat(found.answer()).isInstanceOf(Approved.class)));
    }
  }

  @Nested
  class A_refund {

    @Test
    void gives_money_back_once_however_often_it_is_asked_for() {
      with(
          "none",
          processor -> {
            ChargeRequest charge = request("pm_card_visa", Money.ofMinor(5000, "USD"));
            Approved approved = (Approved) processor.charge(charge);
            RefundRequest refund =
                new RefundRequest(
                    new RefundId(UUID.randomUUID()),
                    charge.paymentId(),
                    charge.orderId(),
                    approved.reference(),
                    charge.amount(),
                    charge.correlationId());
            ProcessorAnswer first = processor.refund(refund);
            assertThat(first).isInstanceOf(Approved.class);
            assertThat(processor.refund(refund)).isEqualTo(first);
            assertThat(processor.lookUpRefund(refund.refundId(), approved.reference()))
                .isEqualTo(new LookUp.Found((Approved) first));
            assertThat(
                    processor.lookUpRefund(new RefundId(UUID.randomUUID()), approved.reference()))
                .isEqualTo(new LookUp.Absent());
          });
    }
  }

  private static ChargeRequest request(String method, Money amount) {
    return new ChargeRequest(
        new PaymentId(UUID.randomUUID()),
        new OrderId(UUID.randomUUID()),
        amount,
        new PaymentMethodToken(method),
        new CorrelationId("test"));
  }

  private void with(String faults, Use use) {
    SandboxOptions options =
        SandboxOptions.in(folder.resolve("ledger")).withFaults(FaultSpec.parse(faults).get(), 1);
    try (SandboxServer sandbox = SandboxServer.start(options);
        StripeProcessor processor =
            new StripeProcessor(
                ProcessorSettings.of(
                    URI.create("http://127.0.0.1:" + sandbox.port()), SandboxOptions.DEFAULT_KEY),
                new SimpleMeterRegistry())) {
      use.of(processor);
    }
  }

  /** What is done with a processor. */
  private interface Use {
    void of(StripeProcessor processor);
  }
}
