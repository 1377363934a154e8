package dev.hexwing.examples.droneshop;

import dev.hexwing.application.Retention;
import dev.hexwing.examples.sandbox.SandboxOptions;
import dev.hexwing.persistence.PersistenceSettings;
import dev.hexwing.rest.out.ProcessorSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one shop runs; read from environment variables, which {@link Setting} lists.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 for a free one
 * @param data folder of everything that the shop keeps on this machine
 * @param database which database, and how it is used
 * @param processorUrl processor to use; none for the sandbox
 * @param processorKey API key of the processor
 * @param connectTimeout longest time to connect to the processor
 * @param callTimeout longest time for a call to the processor
 * @param settling how long after a request a look-up may miss it
 * @param lease how long a payment is its node's, if set
 * @param retention how long what is over is kept
 * @param sandboxPort port of the sandbox; 0 for a free one
 * @param webhookSecret what notices are signed with, if set
 * @param carrier how events travel
 * @param catalogue file of products, if set
 * @param title what the web page calls the shop
 */
public record ShopSettings(
    String host,
    int port,
    Path data,
    PersistenceSettings database,
    Optional<URI> processorUrl,
    String processorKey,
    Duration connectTimeout,
    Duration callTimeout,
    Duration settling,
    Optional<Duration> lease,
    Retention retention,
    int sandboxPort,
    Optional<String> webhookSecret,
    Carrier carrier,
    Optional<Path> catalogue,
    String title) {

  private static final Duration SPARE = Duration.ofSeconds(4);
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_CONNECTIONS = 200;

  /**
   * Reads settings.
   *
   * @throws StartFailure naming the first that is wrong
   */
  public static ShopSettings from(Map<String, String> environment) {
    SettingValues values = new SettingValues(environment);
    Path data = values.path(Setting.HEXWING_DATA);
    Optional<URI> processorUrl = values.url(Setting.HEXWING_PROCESSOR_URL);
    ShopSettings settings =
        new ShopSettings(
            values.text(Setting.HEXWING_HOST),
            values.number(Setting.HEXWING_PORT, 0, HIGHEST_PORT),
            data,
            database(values, data),
            processorUrl,
            processorKey(values, processorUrl),
            duration(values, Setting.HEXWING_PROCESSOR_CONNECT_TIMEOUT),
            duration(values, Setting.HEXWING_PROCESSOR_TIMEOUT),
            settling(values, processorUrl),
            lease(values),
            retention(values),
            values.number(Setting.HEXWING_SANDBOX_PORT, 0, HIGHEST_PORT),
            values.optional(Setting.HEXWING_WEBHOOK_SECRET),
            Carrier.of(values),
            values.optionalPath(Setting.HEXWING_CATALOGUE),
            values.text(Setting.HEXWING_TITLE));
    // Whatever the processor's own settings refuse is told before anything is started.
    settings.processor(processorUrl.orElse(URI.create("http://127.0.0.1")));
    return settings;
  }

  /** How the processor at an address is asked. */
  ProcessorSettings processor(URI address) {
    ProcessorSettings named =
        SettingValues.checked(
            processorUrl.isPresent()
                ? Setting.HEXWING_PROCESSOR_URL
                : Setting.HEXWING_PROCESSOR_KEY,
            setting -> ProcessorSettings.of(address, processorKey));
    ProcessorSettings timed =
        SettingValues.checked(
            Setting.HEXWING_PROCESSOR_TIMEOUT,
            setting -> named.withTimeouts(connectTimeout, callTimeout));
    return SettingValues.checked(
        Setting.HEXWING_PROCESSOR_SETTLING,
        setting -> timed.withPromises(timed.replaysFor(), settling));
  }

  /** Whether the database is the embedded one. */
  boolean isEmbedded() {
    return database.url().startsWith("jdbc:h2:");
  }

  private static PersistenceSettings database(SettingValues values, Path data) {
    int connections = values.number(Setting.HEXWING_JDBC_CONNECTIONS, 1, MOST_CONNECTIONS);
    boolean hints = values.oneOf(Setting.HEXWING_OUTBOX_HINTS, List.of("on", "off")).equals("on");
    Optional<String> url = values.optional(Setting.HEXWING_JDBC_URL);
    return url.isEmpty()
        ? PersistenceSettings.embedded(data.resolve("shop"), connections)
        : SettingValues.checked(
            Setting.HEXWING_JDBC_URL,
            setting ->
                new PersistenceSettings(
                    url.get(),
                    values.text(Setting.HEXWING_JDBC_USER),
                    values.text(Setting.HEXWING_JDBC_PASSWORD),
                    connections,
                    hints));
  }

  private static String processorKey(SettingValues values, Optional<URI> url) {
    Optional<String> key = values.optional(Setting.HEXWING_PROCESSOR_KEY);
    if (key.isEmpty() && url.isPresent() && !isThisMachine(url.get())) {
      throw SettingValues.wrong(
          Setting.HEXWING_PROCESSOR_KEY, "must be set when HEXWING_PROCESSOR_URL is");
    }
    return key.orElse(SandboxOptions.DEFAULT_KEY);
  }

  private static boolean isThisMachine(URI url) {
    try {
      return InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Duration duration(SettingValues values, Setting setting) {
    return values.duration(setting, values.text(setting));
  }

  /** A lease outlives the slowest call, or an owner that still waits would be taken for dead. */
  private static Optional<Duration> lease(SettingValues values) {
    Optional<Duration> lease =
        values
            .optional(Setting.HEXWING_LEASE)
            .map(text -> values.duration(Setting.HEXWING_LEASE, text));
    Duration least = shortestLease(duration(values, Setting.HEXWING_PROCESSOR_TIMEOUT));
    if (lease.filter(given -> given.compareTo(least) < 0).isPresent()) {
      throw SettingValues.wrong(
          Setting.HEXWING_LEASE, "must be at least " + least.toMillis() + "ms with this time-out");
    }
    return lease;
  }

  static Duration shortestLease(Duration callTimeout) {
    return callTimeout.multipliedBy(2).plus(SPARE);
  }

  private static Retention retention(SettingValues values) {
    Duration keys = duration(values, Setting.HEXWING_KEY_LIFETIME);
    return SettingValues.checked(
        Setting.HEXWING_KEY_LIFETIME, setting -> Retention.STANDARD.withKeys(keys));
  }

  private static Duration settling(SettingValues values, Optional<URI> processorUrl) {
    Setting setting = Setting.HEXWING_PROCESSOR_SETTLING;
    return values.duration(
        setting, values.optional(setting).orElse(processorUrl.isPresent() ? "60s" : "1s"));
  }

  /** Everything but keys, passwords and secrets. */
  @Override
  public String toString() {
    return "ShopSettings[host=%s, port=%d, data=%s, database=%s, processorUrl=%s]"
        .formatted(host, port, data, database, processorUrl);
  }
}
