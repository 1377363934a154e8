package dev.hexwing.rest.out;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where the payment processor is, and how long and how often it is asked.
 *
 * <pre>{@code
 * ProcessorSettings.of(URI.create("https://api.stripe.com"), key)
 *     .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(6));
 * }</pre>
 *
 * <p>The key never appears in {@link #toString}. Immutable, and safe for use by any number of
 * threads.
 *
 * @param baseUrl scheme, host and port; a live key is taken with {@code https} alone
 * @param key the secret API key, 1 to 255 printable ASCII characters without blanks
 * @param connectTimeout how long a connection may take to come about, up to the call time-out
 * @param callTimeout how long one call may take as a whole, answer included, up to one minute
 * @param maxConcurrent how many charges and refunds are under way at once, 1 to 10,000
 * @param maxConcurrentLookUps how many look-ups are under way at once, 1 to 10,000
 * @param circuit when to stop asking a company in trouble
 * @param replaysFor how long asking again with the same name has no second effect, up to 24 hours;
 *     Stripe forgets names after that
 * @param settlingTime how long after a request a look-up may still miss it, up to a day; Stripe's
 *     search shows new objects within a minute under normal conditions
 */
public record ProcessorSettings(
    URI baseUrl,
    String key,
    Duration connectTimeout,
    Duration callTimeout,
    int maxConcurrent,
    int maxConcurrentLookUps,
    CircuitSettings circuit,
    Duration replaysFor,
    Duration settlingTime) {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /** Refuses settings that make no sense with {@link IllegalArgumentException}. */
  public ProcessorSettings {
    Objects.requireNonNull(circuit, "circuit");
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "key must have 1 to 255 printable ASCII characters and no blanks");
    }
    baseUrl = checked(baseUrl, key);
    Checks.positive("callTimeout", callTimeout, Duration.ofMinutes(1));
    Checks.positive("connectTimeout", connectTimeout, callTimeout);
    Checks.within("maxConcurrent", maxConcurrent, 1, 10_000);
    Checks.within("maxConcurrentLookUps", maxConcurrentLookUps, 1, 10_000);
    Checks.notNegative("replaysFor", replaysFor, Duration.ofHours(24));
    Checks.notNegative("settlingTime", settlingTime, Duration.ofDays(1));
  }

  /**
   * The defaults for Stripe itself: 1 s to connect, 8 s for a call, 64 payments and 16 look-ups at
   * once, replays for 23 hours, settling within a minute.
   */
  public static ProcessorSettings of(URI baseUrl, String key) {
    return new ProcessorSettings(
        baseUrl,
        key,
        Duration.ofSeconds(1),
        Duration.ofSeconds(8),
        64,
        16,
        CircuitSettings.DEFAULT,
        Duration.ofHours(23),
        Duration.ofSeconds(60));
  }

  /** The same with other time-outs. */
  public ProcessorSettings withTimeouts(Duration connect, Duration call) {
    return new ProcessorSettings(
        baseUrl,
        key,
        connect,
        call,
        maxConcurrent,
        maxConcurrentLookUps,
        circuit,
        replaysFor,
        settlingTime);
  }

  /** The same with other bounds on what is under way at once. */
  public ProcessorSettings withConcurrency(int payments, int lookUps) {
    return new ProcessorSettings(
        baseUrl,
        key,
        connectTimeout,
        callTimeout,
        payments,
        lookUps,
        circuit,
        replaysFor,
        settlingTime);
  }

  /** The same with another circuit. */
  public ProcessorSettings withCircuit(CircuitSettings other) {
    return new ProcessorSettings(
        baseUrl,
        key,
        connectTimeout,
        callTimeout,
        maxConcurrent,
        maxConcurrentLookUps,
        other,
        replaysFor,
        settlingTime);
  }

  /** The same with other promises of the company. */
  public ProcessorSettings withPromises(Duration replays, Duration settling) {
    return new ProcessorSettings(
        baseUrl,
        key,
        connectTimeout,
        callTimeout,
        maxConcurrent,
        maxConcurrentLookUps,
        circuit,
        replays,
        settling);
  }

  private static URI checked(URI url, String key) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new IllegalArgumentException("baseUrl must start with https:// or http://");
    }
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    boolean bare = url.getRawQuery() == null && url.getRawFragment() == null;
    if (url.getHost() == null || url.getRawUserInfo() != null || !path.matches("/?") || !bare) {
      throw new IllegalArgumentException("baseUrl must be a scheme, a host and a port, no more");
    }
    if (scheme.equals("http") && (key.startsWith("sk_live_") || key.startsWith("rk_live_"))) {
      throw new IllegalArgumentException("baseUrl must be https:// with a live key");
    }
    String text = url.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
  }

  /** Everything but the key. */
  @Override
  public String toString() {
    return "ProcessorSettings[baseUrl=%s, key=***, connectTimeout=%s, callTimeout=%s,"
            .formatted(baseUrl, connectTimeout, callTimeout)
        + " maxConcurrent=%d, maxConcurrentLookUps=%d, circuit=%s,"
            .formatted(maxConcurrent, maxConcurrentLookUps, circuit)
        + " replaysFor=%s, settlingTime=%s]".formatted(replaysFor, settlingTime);
  }
}
