package dev.hexwing.messaging.kafka;

import dev.hexwing.messaging.Backoff;
import dev.hexwing.messaging.cloudevents.Notation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How Kafka is used.
 *
 * <p>What would break a promise is refused: acknowledgement by fewer than all in-sync replicas, a
 * producer that is not idempotent, more than five requests in flight, offsets committed by
 * themselves.
 *
 * @param bootstrap where to find the cluster: {@code host:port}, several with commas between
 * @param prefix what the names of topics and consumer groups begin with, such as {@code hexwing}
 * @param notation how events are laid out
 * @param partitions how many partitions a topic gets that is not there yet, 1 to 1,000
 * @param deliveryTimeout how long the cluster may take to acknowledge an event; shorter than the
 *     relay's lease
 * @param batchTime how long a consumer may work before it asks for more; far shorter than {@code
 *     max.poll.interval.ms}
 * @param backoff how long a consumer that failed waits before it is tried again
 * @param properties more of Kafka's own settings, for producer, consumers and administration alike;
 *     never printed, for there may be passwords among them
 */
public record KafkaSettings(
    String bootstrap,
    String prefix,
    Notation notation,
    int partitions,
    Duration deliveryTimeout,
    Duration batchTime,
    Backoff backoff,
    Map<String, String> properties) {

  private static final Pattern ADDRESSES =
      Pattern.compile("[^\\s,:]+:[0-9]{1,5}(,[^\\s,:]+:[0-9]{1,5})*");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,100}");
  private static final Set<String> OURS =
      Set.of(
          "bootstrap.servers",
          "group.id",
          "key.serializer",
          "value.serializer",
          "key.deserializer",
          "value.deserializer",
          "delivery.timeout.ms",
          "allow.auto.create.topics");
  private static final int MOST_IN_FLIGHT = 5;
  private static final int MOST_PARTITIONS = 1_000;
  private static final Duration LEAST_DELIVERY = Duration.ofSeconds(1);

  /** Refuses what cannot work with {@link IllegalArgumentException}, in one line. */
  public KafkaSettings {
    Objects.requireNonNull(notation, "notation");
    Objects.requireNonNull(backoff, "backoff");
    require(
        ADDRESSES.matcher(bootstrap).matches(),
        "bootstrap servers must be host:port, several with commas between"
            + (bootstrap.isBlank() ? "; there are none" : ""));
    require(NAME.matcher(prefix).matches(), "the prefix must be letters, digits, dots and dashes");
    require(partitions >= 1 && partitions <= MOST_PARTITIONS, "partitions must be 1 to 1000");
    require(deliveryTimeout.compareTo(LEAST_DELIVERY) >= 0, "the delivery time-out is below 1 s");
    require(batchTime.isPositive(), "the batch time must be above zero");
    properties = Map.copyOf(properties);
    properties.forEach(KafkaSettings::check);
  }

  /** The usual settings for a cluster. */
  public static KafkaSettings of(String bootstrap) {
    return new KafkaSettings(
        bootstrap,
        "hexwing",
        Notation.STRUCTURED,
        6,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30)),
        Map.of());
  }

  /** The same with another prefix. */
  public KafkaSettings withPrefix(String other) {
    return new KafkaSettings(
        bootstrap, other, notation, partitions, deliveryTimeout, batchTime, backoff, properties);
  }

  /** The same with another notation. */
  public KafkaSettings withNotation(Notation other) {
    return new KafkaSettings(
        bootstrap, prefix, other, partitions, deliveryTimeout, batchTime, backoff, properties);
  }

  /** The same with other times. */
  public KafkaSettings withTimes(Duration delivery, Duration batch, Backoff retries) {
    return new KafkaSettings(
        bootstrap, prefix, notation, partitions, delivery, batch, retries, properties);
  }

  /** The same with one more of Kafka's own settings. */
  public KafkaSettings withProperty(String name, String value) {
    Map<String, String> more = new HashMap<>(properties);
    more.put(name, value);
    return new KafkaSettings(
        bootstrap, prefix, notation, partitions, deliveryTimeout, batchTime, backoff, more);
  }

  private static void check(String name, String value) {
    require(!OURS.contains(name), name + " is set by Hexwing");
    switch (name) {
      case "acks" -> require(value.equals("all") || value.equals("-1"), "acks must be all");
      case "enable.idempotence" -> require(value.equals("true"), "enable.idempotence must be true");
      case "enable.auto.commit" ->
          require(value.equals("false"), "enable.auto.commit must be false");
      case "max.in.flight.requests.per.connection" ->
          require(
              value.matches("[0-9]{1,4}") && inFlight(value),
              "max.in.flight.requests.per.connection must be 1 to 5, or events could change"
                  + " places");
      default -> require(!name.isBlank(), "a setting of Kafka's without a name");
    }
  }

  private static boolean inFlight(String value) {
    int count = Integer.parseInt(value);
    return count >= 1 && count <= MOST_IN_FLIGHT;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  @Override
  public String toString() {
    return "KafkaSettings[%s, prefix=%s, %s]".formatted(bootstrap, prefix, notation);
  }
}
