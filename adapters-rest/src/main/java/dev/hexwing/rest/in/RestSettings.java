package dev.hexwing.rest.in;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the HTTP front listens, and what it will not take.
 *
 * <p>{@link #defaults()} is safe for a shop that stands behind a proxy or alone; each {@code with}
 * method hands back a changed copy. Immutable, and safe for use by any number of threads.
 *
 * @param host name or address to listen on
 * @param port port to listen on; 0 picks a free one
 * @param bodyLimit most bytes of a request body; more is answered 413
 * @param headerLimit most bytes of all header lines of a request; more is answered 431
 * @param readTimeout longest silence of a client, within a request or between two, and longest time
 *     for a whole body; longer than clients keep idle connections (the JDK's: 30 s), so that none
 *     sends into one that is just being closed
 * @param idleTimeout longest time from one whole request to the next, however slowly bytes trickle
 * @param maxConnections most connections at a time; more wait in the backlog
 * @param maxConcurrentRequests most requests at a time; more are answered 503. Health and metrics
 *     are let through all the same
 * @param retryAfter what a client is told to wait when an outcome is unknown or the shop is busy;
 *     whole seconds are sent, at least 1
 * @param stopWithin longest time that a stop waits for requests under way
 * @param readinessTimeout longest time that one dependency may take to say how it is
 * @param shopTitle what the web page calls the shop
 * @param processorEventSecret shared with the processor to sign its notices; without one no notice
 *     is taken
 * @param processorEventTolerance largest difference between a notice's time and ours
 * @param keyLifetime how long an answer is told again under its key; only told in the document,
 *     what is done is the application's retention
 */
public record RestSettings(
    String host,
    int port,
    int bodyLimit,
    int headerLimit,
    Duration readTimeout,
    Duration idleTimeout,
    int maxConnections,
    int maxConcurrentRequests,
    Duration retryAfter,
    Duration stopWithin,
    Duration readinessTimeout,
    String shopTitle,
    Optional<String> processorEventSecret,
    Duration processorEventTolerance,
    Duration keyLifetime) {

  private static final int KIB = 1024;

  /** Refuses settings that cannot work, with an {@link IllegalArgumentException} naming them. */
  public RestSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(shopTitle, "shopTitle");
    Objects.requireNonNull(processorEventSecret, "processorEventSecret");
    require(!host.isBlank(), "host must not be blank");
    require(port >= 0 && port <= 65_535, "port must be 0 to 65535: " + port);
    require(bodyLimit >= KIB, "bodyLimit must be at least 1024: " + bodyLimit);
    require(headerLimit >= KIB, "headerLimit must be at least 1024: " + headerLimit);
    require(maxConnections >= 1, "maxConnections must be at least 1: " + maxConnections);
    require(
        maxConcurrentRequests >= 1,
        "maxConcurrentRequests must be at least 1: " + maxConcurrentRequests);
    requirePositive(readTimeout, "readTimeout");
    requirePositive(idleTimeout, "idleTimeout");
    requirePositive(retryAfter, "retryAfter");
    requirePositive(stopWithin, "stopWithin");
    requirePositive(readinessTimeout, "readinessTimeout");
    requirePositive(processorEventTolerance, "processorEventTolerance");
    requirePositive(keyLifetime, "keyLifetime");
    require(
        processorEventSecret.filter(String::isBlank).isEmpty(),
        "processorEventSecret must not be blank");
  }

  /** Port 8080 of this machine alone, and limits that a shop's own requests never reach. */
  public static RestSettings defaults() {
    return new RestSettings(
        "127.0.0.1",
        8080,
        64 * KIB,
        16 * KIB,
        Duration.ofSeconds(35),
        Duration.ofSeconds(70),
        4096,
        512,
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        "Hexwing",
        Optional.empty(),
        Duration.ofMinutes(5),
        Duration.ofHours(24));
  }

  /** Another place to listen. */
  public RestSettings withAddress(String newHost, int newPort) {
    return new RestSettings(
        newHost,
        newPort,
        bodyLimit,
        headerLimit,
        readTimeout,
        idleTimeout,
        maxConnections,
        maxConcurrentRequests,
        retryAfter,
        stopWithin,
        readinessTimeout,
        shopTitle,
        processorEventSecret,
        processorEventTolerance,
        keyLifetime);
  }

  /** Other time limits for a request and for a connection without one. */
  public RestSettings withTimeouts(Duration newReadTimeout, Duration newIdleTimeout) {
    return new RestSettings(
        host,
        port,
        bodyLimit,
        headerLimit,
        newReadTimeout,
        newIdleTimeout,
        maxConnections,
        maxConcurrentRequests,
        retryAfter,
        stopWithin,
        readinessTimeout,
        shopTitle,
        processorEventSecret,
        processorEventTolerance,
        keyLifetime);
  }

  /** Another number of requests at a time. */
  public RestSettings withMaxConcurrentRequests(int most) {
    return new RestSettings(
        host,
        port,
        bodyLimit,
        headerLimit,
        readTimeout,
        idleTimeout,
        maxConnections,
        most,
        retryAfter,
        stopWithin,
        readinessTimeout,
        shopTitle,
        processorEventSecret,
        processorEventTolerance,
        keyLifetime);
  }

  /** Another name of the shop. */
  public RestSettings withShopTitle(String title) {
    return new RestSettings(
        host,
        port,
        bodyLimit,
        headerLimit,
        readTimeout,
        idleTimeout,
        maxConnections,
        maxConcurrentRequests,
        retryAfter,
        stopWithin,
        readinessTimeout,
        title,
        processorEventSecret,
        processorEventTolerance,
        keyLifetime);
  }

  /** Takes the processor's notices, signed with a secret. */
  public RestSettings withProcessorEventSecret(String secret) {
    return new RestSettings(
        host,
        port,
        bodyLimit,
        headerLimit,
        readTimeout,
        idleTimeout,
        maxConnections,
        maxConcurrentRequests,
        retryAfter,
        stopWithin,
        readinessTimeout,
        shopTitle,
        Optional.of(secret),
        processorEventTolerance,
        keyLifetime);
  }

  /** Tells clients of another lifetime of their keys. */
  public RestSettings withKeyLifetime(Duration lifetime) {
    return new RestSettings(
        host,
        port,
        bodyLimit,
        headerLimit,
        readTimeout,
        idleTimeout,
        maxConnections,
        maxConcurrentRequests,
        retryAfter,
        stopWithin,
        readinessTimeout,
        shopTitle,
        processorEventSecret,
        processorEventTolerance,
        lifetime);
  }

  /** All settings but the secret, of which only the presence is told. */
  @Override
  public String toString() {
    return "RestSettings[host=%s, port=%d, shopTitle=%s, processorEventSecret=%s]"
        .formatted(host, port, shopTitle, processorEventSecret.isPresent() ? "set" : "not set");
  }

  private static void requirePositive(Duration duration, String name) {
    require(duration.isPositive(), name + " must be above zero: " + duration);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
