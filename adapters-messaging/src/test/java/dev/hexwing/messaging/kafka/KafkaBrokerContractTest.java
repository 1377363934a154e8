package dev.hexwing.messaging.kafka;

import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.application.testkit.MessageBrokerContract;
import dev.hexwing.messaging.cloudevents.Notation;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/** Kafka keeps to the contract of brokers, in both notations. */
class KafkaBrokerContractTest {

  private static MessageBroker open(Notation notation) {
    return KafkaBroker.open(
        TestKafka.shared().settings().withNotation(notation),
        new InMemoryDeadLetters(InstantSource.system()));
  }

  @Nested
  class Structured extends MessageBrokerContract {
    @Override
    protected MessageBroker open() {
      return KafkaBrokerContractTest.open(Notation.STRUCTURED);
    }
  }

  @Nested
  class Binary extends MessageBrokerContract {
    @Override
    protected MessageBroker open() {
      return KafkaBrokerContractTest.open(Notation.BINARY);
    }
  }
}
