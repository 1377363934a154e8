package dev.hexwing.rest.out;

import static dev.hexwing.rest.out.Samples.PAYMENT;
import static dev.hexwing.rest.out.Samples.charge;
import static dev.hexwing.rest.out.Samples.error;
import static dev.hexwing.rest.out.Samples.found;
import static dev.hexwing.rest.out.Samples.intent;
import static dev.hexwing.rest.out.Samples.refund;
import static dev.hexwing.rest.out.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

class FiguresTest {

  private final ScriptedServer server = new ScriptedServer();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final KeptLog log = new KeptLog();
  private final StripeProcessor processor =
      new StripeProcessor(Samples.settings(server), registry, Clock.systemUTC(), log);

  @AfterEach
  void close() {
    processor.close();
    server.close();
  }

  private double count(String counter, String outcome) {
    return registry.get(counter).tag("outcome", outcome).counter().count();
  }

  @Test
  void charges_are_counted_by_outcome() {
    server.answers(
        json(200, intent("succeeded")),
        json(200, intent("succeeded")),
        json(402, error("card_error", "x")),
        json(401, "{}"),
        json(500, "{}"));
    for (int i = 0; i < 5; i++) {
      processor.charge(charge());
    }

    assertThat(count("hexwing.charges", "approved")).isEqualTo(2);
    assertThat(count("hexwing.charges", "declined")).isEqualTo(1);
    assertThat(count("hexwing.charges", "not-sent")).isEqualTo(1);
    assertThat(count("hexwing.charges", "unknown")).isEqualTo(1);
    assertThat(registry.get("hexwing.processor.time").tag("operation", "charge").timer().count())
        .isEqualTo(5);
  }

  @Test
  void refunds_and_look_ups_are_counted_apart() {
    server.answers(
        json(200, refund("re_1", "succeeded")),
        json(200, found()),
        json(500, "{}"),
        json(200, found(intent("succeeded"))),
        json(200, found(intent("processing"))),
        json(200, intent("processing")));
    processor.refund(refund());
    for (int i = 0; i < 4; i++) {
      processor.lookUpCharge(PAYMENT);
    }

    assertThat(count("hexwing.refunds", "approved")).isEqualTo(1);
    assertThat(count("hexwing.charges", "approved")).isZero();
    assertThat(count("hexwing.lookups", "absent")).isEqualTo(1);
    assertThat(count("hexwing.lookups", "unanswered")).isEqualTo(1);
    assertThat(count("hexwing.lookups", "found")).isEqualTo(1);
    assertThat(count("hexwing.lookups", "pending")).isEqualTo(1);
  }

  @Test
  void a_closed_circuit_shows_as_zero() {
    assertThat(registry.get("hexwing.processor.circuit").tag("lane", "payments").gauge().value())
        .isZero();
  }

  @Test
  void the_promises_are_those_of_the_settings() {
    assertThat(processor.capabilities().replaysFor()).isEqualTo(Duration.ofHours(23));
    assertThat(processor.capabilities().settlingTime()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void a_refused_key_is_logged_once_until_it_is_taken_again() {
    server.answers(
        json(401, "{}"), json(403, "{}"), json(200, intent("succeeded")), json(401, "{}"));
    for (int i = 0; i < 4; i++) {
      processor.charge(charge());
    }

    assertThat(log.lines).hasSize(2).allMatch(line -> line.startsWith("ERROR the payment"));
  }

  @Test
  void neither_logs_nor_answers_ever_show_the_key() {
    server.answers(json(401, error("invalid_request_error", "x")));
    String said = processor.charge(charge()).toString() + processor.lookUpCharge(PAYMENT);
    server.answers(ScriptedServer.reset());
    said += processor.charge(charge()).toString() + processor.lookUpCharge(PAYMENT);
    said += processor.isReachable();

    assertThat(log.lines).isNotEmpty();
    assertThat(said + log.lines + processor).doesNotContain(Samples.KEY);
  }

  /** Keeps what was logged, whatever the level. */
  private static final class KeptLog extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1;
    private final transient List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
      return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level,
        @Nullable Marker marker,
        String message,
        Object @Nullable [] arguments,
        @Nullable Throwable failure) {
      lines.add(
          level
              + " "
              + MessageFormatter.basicArrayFormat(message, arguments)
              + (failure == null ? "" : " " + failure));
    }

    @Override
    public boolean isTraceEnabled() {
      return true;
    }

    @Override
    public boolean isDebugEnabled() {
      return true;
    }

    @Override
    public boolean isInfoEnabled() {
      return true;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }
  }
}
