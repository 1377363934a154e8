package dev.hexwing.messaging.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.events.UnpublishableEvent;
import dev.hexwing.application.testkit.Heard;
import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.application.testkit.MessageBrokerContract;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.Backoff;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.messaging.cloudevents.Notation;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What holds on RabbitMQ's own server; run by {@link RabbitBrokerTest}. */
class OnRabbit {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static MessageBroker open(Notation notation) {
    return RabbitBroker.open(
        TestRabbit.shared().settings().withNotation(notation),
        new InMemoryDeadLetters(InstantSource.system()));
  }

  @Nested
  class Structured extends MessageBrokerContract {
    @Override
    protected MessageBroker open() {
      return OnRabbit.open(Notation.STRUCTURED);
    }
  }

  @Nested
  class Binary extends MessageBrokerContract {
    @Override
    protected MessageBroker open() {
      return OnRabbit.open(Notation.BINARY);
    }
  }

  @Nested
  class An_event {

    private final RabbitSettings settings = TestRabbit.shared().settings();
    private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters(InstantSource.system());

    @Test
    void that_no_queue_waits_for_is_not_taken_over() {
      try (RabbitBroker broker = RabbitBroker.open(settings, deadLetters)) {
        assertThatThrownBy(() -> broker.publish(Drones.life("A47", 1).getFirst()))
            .isInstanceOf(NotTakenOver.class)
            .hasMessageContaining("NO_ROUTE");
      }
    }

    @Test
    void that_is_too_large_never_is() {
      try (RabbitBroker broker = RabbitBroker.open(settings.withBounds(8, 300), deadLetters)) {
        broker.subscribe(Heard.all("test.narrow"));
        assertThatThrownBy(() -> broker.publish(Drones.life("A47", 1).getFirst()))
            .isInstanceOf(UnpublishableEvent.class);
      }
    }

    @Test
    void that_fails_holds_up_its_own_aggregate_alone() {
      AtomicBoolean isMended = new AtomicBoolean();
      Heard heard =
          Heard.after(
              "test.holding",
              event -> {
                if (event.aggregateId().equals("A47") && !isMended.get()) {
                  throw new IllegalStateException("not yet");
                }
              });
      try (RabbitBroker broker = RabbitBroker.open(settings, deadLetters)) {
        broker.subscribe(heard);
        Drones.life("A47", 3).forEach(broker::publish);
        Drones.life("B1", 3).forEach(broker::publish);
        heard.await(3, PATIENCE);
        assertThat(heard.versionsOf("B1")).containsExactly(1L, 2L, 3L);
        assertThat(heard.versionsOf("A47")).isEmpty();
        isMended.set(true);
        heard.await(6, PATIENCE);
      }
      assertThat(heard.versionsOf("A47")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void stays_in_order_when_another_node_takes_over_in_the_middle() throws InterruptedException {
      CountDownLatch third = new CountDownLatch(1);
      AtomicInteger count = new AtomicInteger();
      Heard first =
          Heard.after(
              "test.shared",
              event -> {
                if (count.incrementAndGet() > 3) {
                  third.countDown();
                  throw new IllegalStateException("this node is broken");
                }
              });
      Heard second = Heard.all("test.shared");
      try (RabbitBroker two = RabbitBroker.open(settings, deadLetters)) {
        try (RabbitBroker one = RabbitBroker.open(settings, deadLetters)) {
          one.subscribe(first);
          Drones.life("A47", 10).forEach(one::publish);
          assertThat(third.await(30, TimeUnit.SECONDS)).isTrue();
          two.subscribe(second);
        }
        second.await(7, PATIENCE);
      }
      assertThat(first.versionsOf("A47")).containsExactly(1L, 2L, 3L);
      assertThat(second.versionsOf("A47"))
          .isEqualTo(LongStream.rangeClosed(4, 10).boxed().toList());
    }

    @Test
    void that_is_none_is_set_aside_and_what_follows_is_taken() throws Exception {
      Heard heard = Heard.all("test.tolerant");
      try (RabbitBroker broker = RabbitBroker.open(settings, deadLetters)) {
        broker.subscribe(heard);
        broker.publish(Drones.life("A47", 1).getFirst());
        send("not JSON at all");
        broker.publish(Drones.life("A47", 2).getLast());
        heard.await(2, PATIENCE);
      }
      List<DeadLetter> letters = deadLetters.list(Option.none(), 10);
      assertThat(letters).hasSize(1);
      assertThat(letters.getFirst().message().payload()).isEqualTo("not JSON at all");
    }

    private void send(String text) throws Exception {
      ConnectionFactory factory = new ConnectionFactory();
      factory.setHost("127.0.0.1");
      String address = settings.addresses();
      factory.setPort(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
      try (Connection connection = factory.newConnection();
          Channel channel = connection.createChannel()) {
        channel.confirmSelect();
        channel.basicPublish(
            settings.prefix() + ".events",
            "delivery.A47",
            new BasicProperties.Builder().headers(Map.of()).build(),
            text.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(10_000);
      }
    }
  }

  @Nested
  class A_line_that_is_encrypted {

    private final TestRabbit rabbit = TestRabbit.shared();
    private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters(InstantSource.system());

    @Test
    void carries_events_from_and_to_who_trusts_the_server() {
      Heard heard = Heard.all("test.encrypted");
      try (RabbitBroker broker =
          RabbitBroker.open(rabbit.encrypted(rabbit.certificate()), deadLetters)) {
        broker.subscribe(heard);
        Drones.life("A47", 3).forEach(broker::publish);
        heard.await(3, PATIENCE);
      }
      assertThat(heard.versionsOf("A47")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void is_not_used_with_a_server_that_is_not_trusted() {
      Certificate another = Certificate.make(rabbit.folder(), "dns:another");
      try (RabbitBroker broker = RabbitBroker.open(rabbit.encrypted(another), deadLetters)) {
        assertThatThrownBy(() -> broker.publish(Drones.life("A47", 1).getFirst()))
            .isInstanceOf(NotTakenOver.class)
            .hasStackTraceContaining("SSLHandshakeException");
      }
    }

    @Test
    void is_not_used_with_a_server_that_goes_by_another_name() {
      RabbitSettings sound = rabbit.encrypted(rabbit.certificate());
      RabbitSettings misnamed =
          new RabbitSettings(
              sound.addresses().replace("127.0.0.1", "localhost"),
              sound.virtualHost(),
              sound.user(),
              sound.password(),
              sound.tls(),
              sound.prefix(),
              sound.notation(),
              sound.prefetch(),
              sound.confirmTimeout(),
              sound.largestEvent(),
              sound.backoff());
      try (RabbitBroker broker = RabbitBroker.open(misnamed, deadLetters)) {
        assertThatThrownBy(() -> broker.publish(Drones.life("A47", 1).getFirst()))
            .isInstanceOf(NotTakenOver.class)
            .hasStackTraceContaining("SSLHandshakeException");
      }
    }
  }

  @Nested
  class A_server {

    private static final List<String> NAMES = List.of("A1", "B2", "C3");

    private final TestRabbit rabbit = TestRabbit.shared();
    private final InMemoryStore store = InMemoryStore.onSystemClock();

    @Test
    void that_freezes_and_thaws_loses_nothing_and_changes_no_order() throws Exception {
      assertNothingIsLost(rabbit::freeze, rabbit::thaw);
    }

    @Test
    void that_is_stopped_and_started_again_loses_nothing_and_changes_no_order() throws Exception {
      assertNothingIsLost(rabbit::stop, rabbit::restart);
    }

    @Test
    void that_is_short_of_memory_takes_nothing_over_until_it_is_not() throws Exception {
      assertNothingIsLost(rabbit::block, rabbit::unblock);
    }

    /** A consumer may have an event before whoever published it hears of that. */
    private void awaitConfirmed() throws InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (store.backlog().waiting() > 0 && System.nanoTime() < end) {
        assertThat(new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS)).isFalse();
      }
      assertThat(store.backlog().waiting()).isZero();
    }

    private void assertNothingIsLost(Runnable goesAway, Runnable comesBack)
        throws InterruptedException {
      RabbitSettings settings =
          rabbit
              .settings()
              .withTimes(
                  Duration.ofSeconds(1),
                  new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));
      RelaySettings impatient =
          new RelaySettings(
              8,
              Duration.ofMillis(20),
              Duration.ofSeconds(30),
              Duration.ofMillis(20),
              Duration.ofMillis(200),
              1_000);
      Heard heard = Heard.all("test.away");
      try (RabbitBroker broker =
              RabbitBroker.open(settings, new InMemoryDeadLetters(InstantSource.system()));
          OutboxRelay relay = OutboxRelay.start(store, broker, impatient)) {
        assertThat(relay).isNotNull();
        broker.subscribe(heard);
        NAMES.forEach(name -> Drones.happen(store, name, 3));
        heard.await(9, PATIENCE);
        awaitConfirmed();
        goesAway.run();
        try {
          NAMES.forEach(name -> Drones.happen(store, name, 4));
          assertThat(new CountDownLatch(1).await(2, TimeUnit.SECONDS)).isFalse();
          assertThat(store.backlog().waiting()).isBetween(3L, 12L);
          assertThat(store.backlog().parked()).isZero();
        } finally {
          comesBack.run();
        }
        NAMES.forEach(name -> Drones.happen(store, name, 2));
        heard.await(27, PATIENCE);
      }
      for (String name : NAMES) {
        assertThat(heard.versionsOf(name)).isEqualTo(LongStream.rangeClosed(1, 9).boxed().toList());
      }
      assertThat(heard.takenOnce()).extracting(DomainEvent::aggregateId).hasSize(27);
    }
  }

  @Nested
  class A_broker {

    @Test
    void has_threads_with_names_that_end_with_it() {
      try (RabbitBroker broker =
          RabbitBroker.open(
              TestRabbit.shared().settings(), new InMemoryDeadLetters(InstantSource.system()))) {
        broker.subscribe(Heard.all("test.named"));
        assertThat(threads()).contains("hexwing-rabbitmq-test.named");
      }
      assertThat(threads()).noneMatch(name -> name.startsWith("hexwing-rabbitmq-"));
    }

    private static List<String> threads() {
      return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
  }
}
