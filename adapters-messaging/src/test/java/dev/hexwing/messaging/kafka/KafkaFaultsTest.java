package dev.hexwing.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.testkit.Heard;
import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.messaging.RelaySettings;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** What goes wrong at, around and because of Kafka, and what still holds. */
class KafkaFaultsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaSettings settings = TestKafka.shared().settings();
  private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters(InstantSource.system());

  private KafkaBroker open() {
    return KafkaBroker.open(settings, deadLetters);
  }

  private static void publish(KafkaBroker broker, List<? extends DomainEvent> events) {
    events.forEach(broker::publish);
  }

  @Test
  void a_consumer_killed_between_effect_and_commit_has_one_effect(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = Files.createFile(folder.resolve("effects"));
    try (KafkaBroker broker = open()) {
      publish(broker, Drones.life("A47", 3));
      Process program =
          TestProgram.of(
                  EffectsProgram.class,
                  List.of("-Xmx128m"),
                  settings.bootstrap(),
                  settings.prefix(),
                  file.toString())
              .start();
      try (BufferedReader output =
          new BufferedReader(
              new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
        assertThat(output.lines().filter(line -> line.startsWith("took ")).findFirst())
            .contains("took A47/1");
      } finally {
        program.destroyForcibly();
      }
      assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readAllLines(file)).containsExactly("A47/1");
      List<String> delivered = new CopyOnWriteArrayList<>();
      CountDownLatch all = new CountDownLatch(3);
      broker.subscribe(
          new EffectsProgram.Effects(file) {
            @Override
            public void on(DomainEvent event) {
              super.on(event);
              delivered.add(event.eventId().value());
              all.countDown();
            }
          });
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(delivered).startsWith("A47/1");
      assertThat(Files.readAllLines(file)).containsExactly("A47/1", "A47/2", "A47/3");
    }
  }

  @Test
  void an_event_too_large_is_set_aside_with_what_follows_it_and_others_flow() {
    InMemoryStore store = InMemoryStore.onSystemClock();
    KafkaSettings narrow = settings.withProperty("max.request.size", "900");
    Heard heard = Heard.all("test.narrow");
    try (KafkaBroker broker = KafkaBroker.open(narrow, deadLetters);
        OutboxRelay relay = OutboxRelay.start(store, broker, RelaySettings.STANDARD)) {
      assertThat(relay).isNotNull();
      broker.subscribe(heard);
      String order = Orders.placedWithManyLinesAndCancelled(store);
      Drones.happen(store, "A47", 3);
      heard.await(3, PATIENCE);
      assertThat(heard.versionsOf("A47")).containsExactly(1L, 2L, 3L);
      assertThat(heard.versionsOf(order)).isEmpty();
    }
    // What was heard is marked by the relay afterwards, at the latest when it stops.
    assertThat(store.backlog().parked()).isEqualTo(1);
    assertThat(store.backlog().waiting()).isEqualTo(1);
  }

  @Test
  void a_second_node_joining_in_the_middle_changes_no_order() throws InterruptedException {
    List<DomainEvent> together = new CopyOnWriteArrayList<>();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Heard first =
        Heard.after(
            "test.shared",
            event -> {
              begun.countDown();
              awaitQuietly(goOn);
              together.add(event);
            });
    Heard second = Heard.after("test.shared", together::add);
    List<String> names = List.of("A1", "B2", "C3", "D4", "E5", "F6");
    try (KafkaBroker one = open();
        KafkaBroker two = open()) {
      one.subscribe(first);
      names.forEach(name -> publish(one, Drones.life(name, 10)));
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      two.subscribe(second);
      assertThat(new CountDownLatch(1).await(1, TimeUnit.SECONDS)).isFalse();
      goOn.countDown();
      names.forEach(name -> publish(one, Drones.life(name, 20).subList(10, 20)));
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (Set.copyOf(together).size() < 120 && System.nanoTime() < end) {
        assertThat(new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)).isFalse();
      }
    }
    for (String name : names) {
      assertThat(
              together.stream()
                  .distinct()
                  .filter(event -> event.aggregateId().equals(name))
                  .map(event -> event.version().value()))
          .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
    }
  }

  @Test
  void what_is_no_event_is_set_aside_loudly_and_what_follows_is_taken()
      throws InterruptedException, ExecutionException, TimeoutException {
    Heard heard = Heard.all("test.tolerant");
    try (KafkaBroker broker = open()) {
      publish(broker, Drones.life("A47", 1));
      String topic = settings.prefix() + ".delivery";
      send(topic, "A47", "not JSON at all", "");
      send(topic, "A47", "{\"specversion\":\"1.0\",\"type\":\"a\",\"source\":\"urn:b\"}", JSON);
      send(topic, "A47", UNKNOWN, JSON);
      publish(broker, Drones.life("A47", 2).subList(1, 2));
      broker.subscribe(heard);
      heard.await(2, PATIENCE);
    }
    List<DeadLetter> letters = deadLetters.list(Option.none(), 10);
    assertThat(letters).hasSize(3);
    assertThat(letters.get(0).message().payload()).isEqualTo("not JSON at all");
    assertThat(letters.get(1).message().reason()).contains("id");
    assertThat(letters.get(2).message().name()).isEqualTo("A47/9");
    assertThat(letters.get(2).message().reason()).contains("drone-painted.v7");
    assertThat(letters.get(2).message().correlationId().get())
        .isEqualTo(new CorrelationId("tap-9"));
  }

  private static final String JSON = "application/cloudevents+json";
  private static final String UNKNOWN =
      """
      {"specversion": "1.0", "id": "A47/9", "type": "dev.hexwing.delivery.drone-painted.v7",
       "source": "urn:dev:hexwing:delivery", "time": "2026-01-01T12:00:00Z",
       "correlationid": "tap-9", "data": {"colour": "red"}}
      """;

  private void send(String topic, String key, String value, String contentType)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(
            ClientProperties.producer(settings),
            new StringSerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<String, byte[]> message =
          new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8));
      if (!contentType.isEmpty()) {
        message.headers().add("content-type", contentType.getBytes(StandardCharsets.UTF_8));
      }
      producer.send(message).get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_trace_goes_along_with_the_event_and_into_the_log() {
    TraceParent trace =
        TraceParent.of("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Heard heard =
        Heard.after(
            "test.traced", event -> seen.add(String.valueOf(MDC.get(LogContext.TRACEPARENT))));
    try (KafkaBroker broker = open()) {
      broker.subscribe(heard);
      try (LogContext context = LogContext.of(new CorrelationId("tap-1"), Option.some(trace))) {
        publish(broker, Drones.life("A47", 1));
      }
      heard.await(1, PATIENCE);
    }
    assertThat(seen).containsExactly(trace.value());
  }

  @Test
  void its_threads_have_names_and_end_with_it() {
    try (KafkaBroker broker = open()) {
      broker.subscribe(Heard.all("test.named"));
      assertThat(threads()).contains("hexwing-kafka-test.named");
    }
    assertThat(threads()).doesNotContain("hexwing-kafka-test.named");
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody lets it go on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
