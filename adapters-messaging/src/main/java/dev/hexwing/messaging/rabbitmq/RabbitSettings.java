package dev.hexwing.messaging.rabbitmq;

import dev.hexwing.messaging.Backoff;
import dev.hexwing.messaging.cloudevents.Notation;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * How RabbitMQ is used.
 *
 * @param addresses where to find the servers: {@code host:port}, several with commas between; one
 *     after the other is tried
 * @param virtualHost which of the server's virtual hosts, {@code /} unless told otherwise
 * @param user who logs in
 * @param password never printed
 * @param tls whom to trust, if the line is to be encrypted; the server's name is checked then
 * @param prefix what the names of exchange and queues begin with, such as {@code hexwing}
 * @param notation how events are laid out
 * @param prefetch how many events a consumer holds that are not yet acknowledged, 1 to 1,000
 * @param confirmTimeout how long the server may take to confirm an event; shorter than the relay's
 *     lease
 * @param largestEvent the most bytes of an event, at most what the server takes
 * @param backoff how long a consumer that failed waits before it is tried again, and how long until
 *     a lost line is made again
 */
public record RabbitSettings(
    String addresses,
    String virtualHost,
    String user,
    String password,
    Option<SSLContext> tls,
    String prefix,
    Notation notation,
    int prefetch,
    Duration confirmTimeout,
    int largestEvent,
    Backoff backoff) {

  private static final Pattern ADDRESSES =
      Pattern.compile("[^\\s,:]+:[0-9]{1,5}(,[^\\s,:]+:[0-9]{1,5})*");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,100}");
  private static final int MOST_PREFETCHED = 1_000;
  private static final Duration LEAST_CONFIRM = Duration.ofSeconds(1);

  /** Refuses what cannot work with {@link IllegalArgumentException}, in one line. */
  public RabbitSettings {
    Objects.requireNonNull(tls, "tls");
    Objects.requireNonNull(notation, "notation");
    Objects.requireNonNull(backoff, "backoff");
    require(
        ADDRESSES.matcher(addresses).matches(),
        "addresses must be host:port, several with commas between"
            + (addresses.isBlank() ? "; there are none" : ""));
    require(!virtualHost.isBlank(), "the virtual host must have a name, such as /");
    require(!user.isBlank(), "the user must have a name");
    require(!password.isEmpty(), "the password must not be empty");
    require(NAME.matcher(prefix).matches(), "the prefix must be letters, digits, dots and dashes");
    require(prefetch >= 1 && prefetch <= MOST_PREFETCHED, "prefetch must be 1 to 1000");
    require(confirmTimeout.compareTo(LEAST_CONFIRM) >= 0, "the confirm time-out is below 1 s");
    require(largestEvent >= 1, "the largest event must be above zero");
  }

  /** The usual settings for a server and a login. */
  public static RabbitSettings of(String addresses, String user, String password) {
    return new RabbitSettings(
        addresses,
        "/",
        user,
        password,
        Option.none(),
        "hexwing",
        Notation.STRUCTURED,
        64,
        Duration.ofSeconds(10),
        1_000_000,
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30)));
  }

  /** The same on another virtual host. */
  public RabbitSettings withVirtualHost(String other) {
    return new RabbitSettings(
        addresses,
        other,
        user,
        password,
        tls,
        prefix,
        notation,
        prefetch,
        confirmTimeout,
        largestEvent,
        backoff);
  }

  /** The same over TLS, with servers that this context trusts and whose name is right. */
  public RabbitSettings withTls(SSLContext context) {
    return new RabbitSettings(
        addresses,
        virtualHost,
        user,
        password,
        Option.some(context),
        prefix,
        notation,
        prefetch,
        confirmTimeout,
        largestEvent,
        backoff);
  }

  /** The same with another prefix. */
  public RabbitSettings withPrefix(String other) {
    return new RabbitSettings(
        addresses,
        virtualHost,
        user,
        password,
        tls,
        other,
        notation,
        prefetch,
        confirmTimeout,
        largestEvent,
        backoff);
  }

  /** The same with another notation. */
  public RabbitSettings withNotation(Notation other) {
    return new RabbitSettings(
        addresses,
        virtualHost,
        user,
        password,
        tls,
        prefix,
        other,
        prefetch,
        confirmTimeout,
        largestEvent,
        backoff);
  }

  /** The same with other bounds. */
  public RabbitSettings withBounds(int prefetched, int largest) {
    return new RabbitSettings(
        addresses,
        virtualHost,
        user,
        password,
        tls,
        prefix,
        notation,
        prefetched,
        confirmTimeout,
        largest,
        backoff);
  }

  /** The same with other times. */
  public RabbitSettings withTimes(Duration confirm, Backoff retries) {
    return new RabbitSettings(
        addresses,
        virtualHost,
        user,
        password,
        tls,
        prefix,
        notation,
        prefetch,
        confirm,
        largestEvent,
        retries);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  @Override
  public String toString() {
    return "RabbitSettings[%s, virtualHost=%s, user=%s, prefix=%s, %s]"
        .formatted(addresses, virtualHost, user, prefix, notation);
  }
}
