package dev.hexwing.rest.out;

import static dev.hexwing.rest.out.Samples.PAYMENT;
import static dev.hexwing.rest.out.Samples.charge;
import static dev.hexwing.rest.out.Samples.error;
import static dev.hexwing.rest.out.Samples.found;
import static dev.hexwing.rest.out.Samples.intent;
import static dev.hexwing.rest.out.ScriptedServer.json;
import static dev.hexwing.rest.out.ScriptedServer.reset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorAnswer.Approved;
import dev.hexwing.application.payments.ProcessorAnswer.Declined;
import dev.hexwing.application.payments.ProcessorAnswer.NotSent;
import dev.hexwing.application.payments.ProcessorAnswer.Unknown;
import dev.hexwing.rest.out.ScriptedServer.Script;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.helpers.NOPLogger;

@Timeout(60)
class LaneTest {

  private static final CircuitSettings CIRCUIT =
      new CircuitSettings(4, 4, 50, Duration.ofSeconds(60), 80, Duration.ofSeconds(10), 1);

  private final ScriptedServer server = new ScriptedServer();
  private final TestClock clock = new TestClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final StripeProcessor processor =
      new StripeProcessor(
          Samples.settings(server).withCircuit(CIRCUIT).withConcurrency(2, 1),
          registry,
          clock,
          NOPLogger.NOP_LOGGER);

  @AfterEach
  void close() {
    processor.close();
    server.close();
  }

  private double circuit(String lane) {
    return registry.get("hexwing.processor.circuit").tag("lane", lane).gauge().value();
  }

  private void chargeTimes(int times, Script script) {
    server.answers(script);
    for (int i = 0; i < times; i++) {
      processor.charge(charge());
    }
  }

  @Nested
  class The_circuit {

    @Test
    void opens_when_half_of_the_answers_are_lost_and_then_sends_nothing() {
      chargeTimes(4, reset());

      assertThat(processor.charge(charge())).isEqualTo(new NotSent("payments: circuit open"));
      assertThat(server.heads()).isEqualTo(4);
      assertThat(circuit("payments")).isEqualTo(2);
    }

    @Test
    void opens_when_the_company_is_in_trouble() {
      chargeTimes(4, json(503, "{}"));
      assertThat(circuit("payments")).isEqualTo(2);
    }

    @Test
    void opens_when_the_company_asks_for_fewer_requests() {
      chargeTimes(4, json(429, "{}"));
      assertThat(circuit("payments")).isEqualTo(2);
    }

    @Test
    void opens_when_nothing_can_be_read() {
      chargeTimes(4, json(200, "<html>"));
      assertThat(circuit("payments")).isEqualTo(2);
    }

    @Test
    void opens_when_nobody_is_there() {
      server.close();
      for (int i = 0; i < 4; i++) {
        assertThat(processor.charge(charge())).isInstanceOf(NotSent.class);
      }
      assertThat(circuit("payments")).isEqualTo(2);
    }

    @Test
    void stays_closed_over_declines_and_refused_requests() {
      chargeTimes(8, json(402, error("card_error", "card_declined")));
      chargeTimes(8, json(400, error("invalid_request_error", "x")));
      chargeTimes(8, json(401, "{}"));

      assertThat(circuit("payments")).isZero();
      assertThat(server.heads()).isEqualTo(24);
    }

    @Test
    void is_tried_again_after_its_time_and_closes() {
      chargeTimes(4, reset());
      server.answers(json(402, error("card_error", "card_declined")));
      clock.advance(Duration.ofSeconds(9));
      assertThat(processor.charge(charge())).isInstanceOf(NotSent.class);

      clock.advance(Duration.ofSeconds(2));
      assertThat(processor.charge(charge())).isInstanceOf(Declined.class);
      assertThat(circuit("payments")).isZero();
    }

    @Test
    void stays_open_if_the_trial_fails() {
      chargeTimes(4, reset());
      clock.advance(Duration.ofSeconds(11));

      assertThat(processor.charge(charge())).isInstanceOf(Unknown.class);
      assertThat(processor.charge(charge())).isInstanceOf(NotSent.class);
      assertThat(server.heads()).isEqualTo(5);
    }

    @Test
    void opens_when_calls_are_slow() {
      try (StripeProcessor hasty =
          new StripeProcessor(
              Samples.settings(server)
                  .withCircuit(
                      new CircuitSettings(
                          2, 2, 50, Duration.ofNanos(1), 80, Duration.ofSeconds(10), 1)),
              new SimpleMeterRegistry())) {
        server.answers(json(200, intent("succeeded")));
        hasty.charge(charge());
        hasty.charge(charge());
        assertThat(hasty.charge(charge())).isInstanceOf(NotSent.class);
      }
    }

    @Test
    void of_payments_is_none_of_the_look_ups() {
      chargeTimes(4, reset());
      clock.advance(Duration.ofSeconds(11));
      server.answers(json(200, found()));

      for (int i = 0; i < 5; i++) {
        assertThat(processor.lookUpCharge(PAYMENT)).isEqualTo(new LookUp.Absent());
      }
      server.answers(json(200, intent("succeeded")));
      assertThat(processor.charge(charge())).isInstanceOf(Approved.class);
    }

    @Test
    void of_look_ups_is_none_of_the_payments() {
      server.answers(json(500, "{}"));
      for (int i = 0; i < 4; i++) {
        processor.lookUpCharge(PAYMENT);
      }

      assertThat(processor.lookUpCharge(PAYMENT))
          .isEqualTo(new LookUp.Unanswered("look-ups: circuit open"));
      server.answers(json(200, intent("succeeded")));
      assertThat(processor.charge(charge())).isInstanceOf(Approved.class);
    }

    @Test
    void has_no_say_in_reachability() {
      chargeTimes(4, json(500, "{}"));
      assertThat(processor.isReachable()).isTrue();
    }
  }

  @Nested
  class Places {

    private final CompletableFuture<Void> go = new CompletableFuture<>();

    private Script held(CountDownLatch arrived, String body) {
      return socket -> {
        arrived.countDown();
        go.orTimeout(30, TimeUnit.SECONDS).join();
        json(200, body).answer(socket);
      };
    }

    @Test
    void beyond_them_a_charge_is_not_sent_but_a_look_up_still_is() throws Exception {
      CountDownLatch arrived = new CountDownLatch(2);
      server.answers(held(arrived, intent("succeeded")));
      try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<ProcessorAnswer>> under = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          under.add(callers.submit(() -> processor.charge(charge())));
        }
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(processor.charge(charge())).isEqualTo(new NotSent("payments: all places taken"));
        assertThat(processor.refund(Samples.refund())).isInstanceOf(NotSent.class);
        assertThat(server.heads()).isEqualTo(2);
        server.answers(json(200, found()));
        assertThat(processor.lookUpCharge(PAYMENT)).isEqualTo(new LookUp.Absent());

        go.complete(null);
        for (Future<ProcessorAnswer> charge : under) {
          assertThat(charge.get()).isInstanceOf(Approved.class);
        }
        server.answers(json(200, intent("succeeded")));
        assertThat(processor.charge(charge())).isInstanceOf(Approved.class);
      }
    }

    @Test
    void beyond_them_a_look_up_is_unanswered_but_a_charge_still_is_sent() throws Exception {
      CountDownLatch arrived = new CountDownLatch(1);
      server.answers(held(arrived, found()));
      try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<LookUp> under = callers.submit(() -> processor.lookUpCharge(PAYMENT));
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(processor.lookUpCharge(PAYMENT))
            .isEqualTo(new LookUp.Unanswered("look-ups: all places taken"));
        server.answers(json(200, intent("succeeded")));
        assertThat(processor.charge(charge())).isInstanceOf(Approved.class);

        go.complete(null);
        assertThat(under.get()).isEqualTo(new LookUp.Absent());
      }
    }
  }

  private static final class TestClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
