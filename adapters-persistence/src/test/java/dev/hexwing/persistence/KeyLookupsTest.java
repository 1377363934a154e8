package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.RequestFingerprint;
import io.vavr.control.Option;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys that are asked for at the same time travel together, and everybody gets his own answer. */
@Timeout(60)
class KeyLookupsTest {

  private static final Principal SCOPE = new Principal("customer");
  private static final PaymentId PAYMENT = new PaymentId(new UUID(1, 1));
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration IN_TIME = Duration.ofSeconds(2);

  private final AtomicInteger journeys = new AtomicInteger();
  private TestDatabase database;
  private TcpGate gate;
  private Persistence persistence;

  @BeforeEach
  void open() {
    database = TestPostgres.database("together");
    for (int i = 0; i < 20; i++) {
      store(i);
    }
    gate = database.gate();
    persistence = database.openThrough(gate, this::counted);
    assertThat(find("key-0")).isNotEmpty();
    journeys.set(0);
  }

  @AfterEach
  void close() {
    gate.mend();
    persistence.close();
    gate.close();
    database.close();
  }

  /** Even ones are finished; odd ones still run. */
  private void store(int number) {
    KeyedRequest request =
        new KeyedRequest(
            SCOPE,
            new IdempotencyKey("key-" + number),
            RequestFingerprint.of("pay", "customer", "key-" + number),
            new CorrelationId("tap-" + number));
    try (Persistence direct = database.open()) {
      direct
          .unitOfWork()
          .execute(
              stores -> {
                if (number % 2 == 0) {
                  stores.keys().claimFinished(request, receipt());
                } else {
                  stores.keys().claim(request, new Intent.Charge(PAYMENT), LEASE);
                }
                return request;
              });
    }
  }

  private static Receipt receipt() {
    return new Receipt.OfPayment(
        PAYMENT,
        new OrderId(new UUID(2, 2)),
        Money.ofMinor(100, "EUR"),
        PaymentStatus.CONFIRMED,
        Money.ofMinor(0, "EUR"),
        Option.none(),
        new CorrelationId("tap"));
  }

  private Option<KeyRecord> find(String key) {
    return persistence
        .unitOfWork()
        .read(stores -> stores.keys().find(SCOPE, new IdempotencyKey(key)));
  }

  /** One asks and is held up on the way; the others come meanwhile. */
  private <T> List<CompletableFuture<T>> crowd(List<Supplier<T>> questions) {
    gate.fallSilent();
    List<CompletableFuture<T>> answers = new ArrayList<>();
    for (Supplier<T> question : questions) {
      CompletableFuture<T> answer = new CompletableFuture<>();
      Thread thread =
          Thread.ofPlatform()
              .name("customer")
              .start(
                  () -> {
                    try {
                      answer.complete(question.get());
                    } catch (Throwable e) {
                      answer.completeExceptionally(e);
                    }
                  });
      answers.add(answer);
      while (!answer.isDone() && !(answers.size() == 1 ? isUnderWay() : isWaiting(thread))) {
        Thread.onSpinWait();
      }
    }
    return answers;
  }

  private boolean isUnderWay() {
    return journeys.get() > 0;
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  @Test
  void a_crowd_shares_one_way_and_each_is_told_of_its_own_key() throws Exception {
    List<String> keys = IntStream.range(0, 30).mapToObj(i -> "key-" + i % 25 / 2 * 2).toList();
    List<Supplier<Option<KeyRecord>>> questions = new ArrayList<>();
    questions.add(() -> find("key-2"));
    keys.forEach(key -> questions.add(() -> find(key)));
    List<CompletableFuture<Option<KeyRecord>>> answers = crowd(questions);
    gate.mend();
    assertThat(answers.getFirst().get(20, TimeUnit.SECONDS)).isNotEmpty();
    for (int i = 0; i < keys.size(); i++) {
      Option<KeyRecord> answer = answers.get(i + 1).get(20, TimeUnit.SECONDS);
      int number = Integer.parseInt(keys.get(i).substring("key-".length()));
      assertThat(answer.isDefined()).as(keys.get(i)).isEqualTo(number < 20);
      answer.forEach(
          record -> {
            assertThat(record.state()).isEqualTo(KeyState.FINISHED);
            assertThat(record.request().correlationId().value()).isEqualTo("tap-" + number);
          });
    }
    assertThat(journeys).hasValue(2);
  }

  @Test
  void what_is_not_finished_is_read_whole() throws Exception {
    List<CompletableFuture<Option<KeyRecord>>> answers =
        crowd(List.of(() -> find("key-2"), () -> find("key-1"), () -> find("key-3")));
    gate.mend();
    for (CompletableFuture<Option<KeyRecord>> answer : answers.subList(1, 3)) {
      KeyRecord record = answer.get(20, TimeUnit.SECONDS).get();
      assertThat(record.state()).isEqualTo(KeyState.RUNNING);
      assertThat(record.leaseExpired()).isFalse();
    }
  }

  @Test
  void an_outage_is_told_in_time_to_those_who_travel_and_to_those_who_wait() {
    long began = System.nanoTime();
    List<Supplier<Option<KeyRecord>>> questions = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      questions.add(() -> find("key-0x"));
    }
    for (CompletableFuture<Option<KeyRecord>> answer : crowd(questions)) {
      assertThat(catchThrowable(() -> answer.get(20, TimeUnit.SECONDS)))
          .hasCauseInstanceOf(StoreUnavailable.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_TIME);
    gate.mend();
    while (!persistence.isReachable()) {
      Thread.onSpinWait();
    }
    assertThat(find("key-0")).isNotEmpty();
  }

  /** Counts the statements that look keys up. */
  private DataSource counted(DataSource source) {
    return proxy(
        DataSource.class,
        source,
        result ->
            result instanceof Connection connection
                ? proxy(Connection.class, connection, statement -> statement)
                : result);
  }

  private <T> T proxy(Class<T> type, T real, UnaryOperator<Object> around) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("prepareStatement")
                  && String.valueOf(arguments[0]).contains("idempotency_keys")) {
                journeys.incrementAndGet();
              }
              try {
                return around.apply(method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
