package dev.hexwing.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.testkit.Heard;
import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.shared.DomainEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events share commits, and none waits for one that only a later event would bring. */
@Timeout(120)
class CommitsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<DroneEvent> LIFE = Drones.life("A47", 40);

  private final KafkaSettings settings = TestKafka.shared().settings();
  private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters(InstantSource.system());

  @Test
  void what_took_effect_is_committed_soon_though_nothing_follows() throws Exception {
    Heard heard = Heard.all("test.idle");
    try (KafkaBroker broker = KafkaBroker.open(settings, deadLetters);
        Admin admin = Admin.create(ClientProperties.administration(settings))) {
      broker.subscribe(heard);
      LIFE.forEach(broker::publish);
      heard.await(LIFE.size(), PATIENCE);
      awaitCommitted(admin, heard, LIFE.size());
      assertThat(committed(admin, heard)).isEqualTo(LIFE.size());
    }
  }

  /** It leaves just after a commit, in the midst of an event, so that no other commit is due. */
  @Test
  void what_took_effect_is_committed_when_its_consumer_leaves() throws Exception {
    int before = LIFE.size() - 1;
    try (Admin admin = Admin.create(ClientProperties.administration(settings));
        KafkaBroker broker = KafkaBroker.open(settings, deadLetters)) {
      Thread closing = new Thread(broker::close, "closing");
      Heard heard = Heard.after("test.leaving", event -> leaveAtLast(event, closing));
      broker.subscribe(heard);
      LIFE.subList(0, before).forEach(broker::publish);
      awaitCommitted(admin, heard, before);
      broker.publish(LIFE.getLast());
      heard.await(LIFE.size(), PATIENCE);
      assertThat(closing.join(PATIENCE)).isTrue();
      assertThat(committed(admin, heard)).isEqualTo(LIFE.size());
    }
  }

  private static void leaveAtLast(DomainEvent event, Thread closing) {
    if (event.equals(LIFE.getLast())) {
      closing.start();
      while (closing.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  private void awaitCommitted(Admin admin, Heard heard, int events) throws Exception {
    while (committed(admin, heard) < events) {
      Thread.onSpinWait();
    }
  }

  private long committed(Admin admin, Heard heard) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin
            .listConsumerGroupOffsets(settings.prefix() + "." + heard.name())
            .partitionsToOffsetAndMetadata()
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return offsets.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
  }
}
