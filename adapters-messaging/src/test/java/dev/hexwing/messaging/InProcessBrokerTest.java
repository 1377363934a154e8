package dev.hexwing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Occasion;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InProcessBrokerTest {

  private static final DomainEvent EVENT =
      Drone.register(
              new DroneId("A47"),
              new DroneModel("Heron 2"),
              new PayloadCapacity(2000),
              Occasion.of(Instant.EPOCH, new CorrelationId("tap")))
          .drainEvents()
          .get(0);

  private final InProcessBroker broker = new InProcessBroker();

  @Test
  void every_consumer_gets_the_event_even_if_one_fails_and_the_sender_hears_of_it() {
    Recorder before = new Recorder("test.before", event -> {});
    Recorder failing =
        new Recorder(
            "test.failing",
            event -> {
              throw new IllegalStateException("no");
            });
    Recorder after = new Recorder("test.after", event -> {});
    broker.subscribe(before);
    broker.subscribe(failing);
    broker.subscribe(after);
    assertThatThrownBy(() -> broker.publish(EVENT)).hasMessageContaining("test.failing");
    assertThat(before.taken()).containsExactly(EVENT);
    assertThat(after.taken()).containsExactly(EVENT);
  }

  @Test
  void two_consumers_of_one_name_are_refused() {
    broker.subscribe(new Recorder("test.same", event -> {}));
    assertThatThrownBy(() -> broker.subscribe(new Recorder("test.same", event -> {})))
        .hasMessageContaining("test.same");
  }

  @Test
  void a_closed_broker_takes_nothing_over() {
    broker.close();
    assertThatThrownBy(() -> broker.publish(EVENT)).isInstanceOf(IllegalStateException.class);
  }
}
