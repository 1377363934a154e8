package dev.hexwing.examples.benchmarks;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka's clients with what CloudEvents has for them, and nothing else: an idempotent producer that
 * has so many events acknowledged before it sends the next, and a consumer. No database, no outbox.
 */
final class BareKafka implements Drain {

  private static final URI SOURCE = URI.create("urn:dev:hexwing:ordering");
  private static final int PARTITIONS = 6;
  private static final int IN_FLIGHT = 256;
  private static final long LONGEST_SECONDS = 120;

  private final KafkaProducer<String, CloudEvent> producer;
  private final KafkaConsumer<String, CloudEvent> consumer;
  private final ExecutorService reading =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("bare-consumer").factory());
  private final List<String> keys = new ArrayList<>();
  private final byte[] facts;
  private final String topic;
  private final String name;
  private final Duration betweenCommits;
  private long nextCommit = System.nanoTime();

  private BareKafka(
      String bootstrap,
      String facts,
      String topic,
      String name,
      Map<String, Object> more,
      Duration commits)
      throws Exception {
    this.facts = facts.getBytes(StandardCharsets.UTF_8);
    this.topic = topic;
    this.name = name;
    this.betweenCommits = commits;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
          .all()
          .get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", bootstrap);
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    producer = new KafkaProducer<>(settings, new StringSerializer(), structured());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                topic,
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new CloudEventDeserializer());
    consumer.subscribe(List.of(topic));
  }

  /** With the clients' own settings, and a commit after each poll. */
  static BareKafka asTheyCome(String bootstrap, String facts) throws Exception {
    return new BareKafka(
        bootstrap, facts, "bare", "producer and consumer alone", Map.of(), Duration.ZERO);
  }

  /** With as long a wait for more to send, and as few commits, as Hexwing has. */
  static BareKafka asHexwing(String bootstrap, String facts) throws Exception {
    return new BareKafka(
        bootstrap,
        facts,
        "same",
        "the same, set as hexwing's",
        Map.of("linger.ms", 2),
        Duration.ofMillis(50));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(int events) {
    keys.clear();
    for (int i = 0; i < events; i++) {
      keys.add(UUID.randomUUID().toString());
    }
  }

  @Override
  public void run(int events, AtomicInteger handled) throws Exception {
    Future<?> end =
        reading.submit(
            () -> {
              while (handled.get() < events) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                  if (Objects.requireNonNull(record.value().getData()).toBytes().length > 0) {
                    handled.incrementAndGet();
                  }
                }
                commit();
              }
            });
    List<Future<?>> underWay = new ArrayList<>(IN_FLIGHT);
    for (int i = 0; i < events; i++) {
      underWay.add(producer.send(new ProducerRecord<>(topic, keys.get(i), event(keys.get(i)))));
      if (underWay.size() == IN_FLIGHT || i == events - 1) {
        for (Future<?> sent : underWay) {
          sent.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
        underWay.clear();
      }
    }
    end.get(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  /** How long each event was under way, in microseconds, the shortest first. */
  long[] inTime(int events) throws Exception {
    Arrivals arrivals = new Arrivals();
    AtomicBoolean over = new AtomicBoolean();
    Future<?> end =
        reading.submit(
            () -> {
              while (!over.get()) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                  arrivals.arrived(record.key());
                }
                commit();
              }
            });
    arrivals.expect(1);
    sendAt(UUID.randomUUID().toString(), arrivals);
    arrivals.awaitAll();
    arrivals.expect(events);
    Pace.keep(events, item -> sendAt(UUID.randomUUID().toString(), arrivals));
    arrivals.awaitAll();
    over.set(true);
    end.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    return arrivals.micros();
  }

  private void commit() {
    if (System.nanoTime() - nextCommit >= 0) {
      consumer.commitSync();
      nextCommit = System.nanoTime() + betweenCommits.toNanos();
    }
  }

  private void sendAt(String key, Arrivals arrivals) throws Exception {
    CloudEvent event = event(key);
    arrivals.setOut(key);
    producer.send(new ProducerRecord<>(topic, key, event)).get(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  private static CloudEventSerializer structured() {
    CloudEventSerializer serializer = new CloudEventSerializer();
    serializer.configure(
        Map.of(
            CloudEventSerializer.ENCODING_CONFIG,
            Encoding.STRUCTURED,
            CloudEventSerializer.EVENT_FORMAT_CONFIG,
            JsonFormat.CONTENT_TYPE),
        false);
    return serializer;
  }

  private CloudEvent event(String id) {
    return CloudEventBuilder.v1()
        .withId(id + "/1")
        .withSource(SOURCE)
        .withType("dev.hexwing.ordering.order-placed.v1")
        .withSubject(id)
        .withTime(OffsetDateTime.now(ZoneOffset.UTC))
        .withExtension("partitionkey", id)
        .withExtension("correlationid", id)
        .withData("application/json", facts)
        .build();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    reading.shutdownNow();
  }
}
