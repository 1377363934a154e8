package dev.hexwing.messaging.kafka;

import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.messaging.cloudevents.Delivery;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer's membership in its group: a thread that asks for events and has each take effect
 * before its offset is committed.
 *
 * <p>A partition whose event failed rests until the event's next try; the others go on, and the
 * membership is kept alive meanwhile. After a lost cluster the thread tries again, for ever.
 */
final class GroupMember {

  private static final Logger log = LoggerFactory.getLogger(GroupMember.class);
  private static final Duration LONGEST_POLL = Duration.ofMillis(200);
  private static final Duration LEAST_POLL = Duration.ofMillis(1);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  /** Events of so long share a commit; after a crash they may come again. */
  private static final long BETWEEN_COMMITS = TimeUnit.MILLISECONDS.toNanos(50);

  private final EventConsumer consumer;
  private final KafkaSettings settings;
  private final Topics topics;
  private final KafkaWire wire;
  private final Delivery delivery;
  private final Map<TopicPartition, Rest> resting = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
  private long nextCommit = System.nanoTime();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  /** A partition that rests: how often its next event has failed, and until when it rests. */
  private record Rest(long offset, int failures, long untilNanos) {}

  private GroupMember(
      EventConsumer consumer,
      KafkaSettings settings,
      Topics topics,
      KafkaWire wire,
      Delivery delivery) {
    this.consumer = consumer;
    this.settings = settings;
    this.topics = topics;
    this.wire = wire;
    this.delivery = delivery;
    this.thread =
        Thread.ofPlatform()
            .name("hexwing-kafka-" + consumer.name())
            .daemon(true)
            .unstarted(this::run);
  }

  static GroupMember start(
      EventConsumer consumer,
      KafkaSettings settings,
      Topics topics,
      KafkaWire wire,
      DeadLetters deadLetters) {
    GroupMember member =
        new GroupMember(consumer, settings, topics, wire, new Delivery(consumer, deadLetters));
    member.thread.start();
    return member;
  }

  EventConsumer consumer() {
    return consumer;
  }

  /** Has the thread end after the event that it is at. */
  void stop() {
    stopping.countDown();
  }

  void awaitEnd() {
    try {
      if (!thread.join(STOP_PATIENCE)) {
        log.warn("{} is still busy after {}; interrupting it", thread.getName(), STOP_PATIENCE);
        thread.interrupt();
        if (!thread.join(STOP_PATIENCE)) {
          log.error("{} does not end", thread.getName());
        }
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void run() {
    for (int failures = 0; !isStopping(); failures++) {
      try {
        topics.make();
        takePart();
      } catch (InterruptException e) {
        log.warn("{} was interrupted and ends", thread.getName());
        return;
      } catch (RuntimeException e) {
        log.warn("{} lost its cluster and will try again", thread.getName(), e);
        rest(settings.backoff().after(failures));
      }
    }
  }

  private void rest(Duration time) {
    try {
      if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("{} ends", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  private void takePart() {
    String group = settings.prefix() + "." + consumer.name();
    Consumer<String, byte[]> kafka =
        new KafkaConsumer<>(
            ClientProperties.consumer(settings, group),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    try {
      resting.clear();
      done.clear();
      kafka.subscribe(topics.all(), new Rebalances(kafka));
      while (!isStopping()) {
        takeTurn(kafka);
      }
    } finally {
      kafka.close(CloseOptions.timeout(STOP_PATIENCE.dividedBy(2)));
    }
  }

  private void takeTurn(Consumer<String, byte[]> kafka) {
    wakeRested(kafka);
    ConsumerRecords<String, byte[]> records = kafka.poll(untilDue());
    long end = System.nanoTime() + settings.batchTime().toNanos();
    for (TopicPartition partition : records.partitions()) {
      handle(kafka, partition, records.records(partition), end);
    }
    if (System.nanoTime() - nextCommit >= 0) {
      commit(kafka);
    }
  }

  /** In order; what is left when the time is up, or after a failure, is asked for again. */
  private void handle(
      Consumer<String, byte[]> kafka,
      TopicPartition partition,
      List<ConsumerRecord<String, byte[]>> records,
      long end) {
    for (ConsumerRecord<String, byte[]> record : records) {
      if (isStopping() || System.nanoTime() - end > 0) {
        kafka.seek(partition, record.offset());
        return;
      }
      try {
        delivery.of(wire.read(record), partition + "@" + record.offset(), record.value());
        resting.remove(partition);
        done.put(partition, new OffsetAndMetadata(record.offset() + 1));
      } catch (RuntimeException e) {
        haveRest(kafka, partition, record, e);
        return;
      }
    }
  }

  private void haveRest(
      Consumer<String, byte[]> kafka,
      TopicPartition partition,
      ConsumerRecord<String, byte[]> record,
      RuntimeException failure) {
    Rest before = resting.get(partition);
    int failures = before != null && before.offset() == record.offset() ? before.failures() : 0;
    Duration rest = settings.backoff().after(failures);
    log.warn(
        "{} could not take {}@{}, {} times so far; again in {}",
        consumer.name(),
        partition,
        record.offset(),
        failures + 1,
        rest,
        failure);
    kafka.seek(partition, record.offset());
    kafka.pause(List.of(partition));
    resting.put(
        partition, new Rest(record.offset(), failures + 1, System.nanoTime() + rest.toNanos()));
  }

  private void wakeRested(Consumer<String, byte[]> kafka) {
    List<TopicPartition> rested =
        kafka.paused().stream()
            .filter(
                partition -> {
                  Rest rest = resting.get(partition);
                  return rest == null || System.nanoTime() - rest.untilNanos() >= 0;
                })
            .toList();
    if (!rested.isEmpty()) {
      kafka.resume(rested);
    }
  }

  private Duration untilDue() {
    long now = System.nanoTime();
    long soonest = LONGEST_POLL.toNanos();
    for (Rest rest : resting.values()) {
      soonest = Math.min(soonest, rest.untilNanos() - now);
    }
    if (!done.isEmpty()) {
      soonest = Math.min(soonest, nextCommit - now);
    }
    return Duration.ofNanos(Math.max(LEAST_POLL.toNanos(), soonest));
  }

  /** What cannot be committed now comes again, to us or to who has the partition by then. */
  private void commit(Consumer<String, byte[]> kafka) {
    if (done.isEmpty()) {
      return;
    }
    nextCommit = System.nanoTime() + BETWEEN_COMMITS;
    try {
      kafka.commitSync(done);
      done.clear();
    } catch (InterruptException | WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      log.warn("{} could not commit {}; some events may come again", consumer.name(), done, e);
      done.clear();
    }
  }

  /** What is done is committed before another member gets the partition. */
  private final class Rebalances implements ConsumerRebalanceListener {

    private final Consumer<String, byte[]> kafka;

    Rebalances(Consumer<String, byte[]> kafka) {
      this.kafka = kafka;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit(kafka);
      forget(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      log.info("{} has {}", consumer.name(), partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      log.warn("{} lost {}", consumer.name(), partitions);
      forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
      partitions.forEach(
          partition -> {
            done.remove(partition);
            resting.remove(partition);
          });
    }
  }
}
