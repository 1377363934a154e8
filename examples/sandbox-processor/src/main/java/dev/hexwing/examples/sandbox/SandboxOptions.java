package dev.hexwing.examples.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox runs. Immutable; start from {@link #in} and change what differs.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param data the folder of the ledger, made if it is not there
 * @param key the API key that callers must show, never printed
 * @param faults the faults to begin with
 * @param seed decides which requests meet them
 * @param webhook where notices go, or null for nowhere
 * @param keyRetention for how long an idempotency key gives its first answer again
 * @param mostObjects how many objects the ledger takes: about half a kilobyte of memory each
 * @param clock tells the time
 */
public record SandboxOptions(
    String host,
    int port,
    Path data,
    String key,
    FaultSpec faults,
    long seed,
    @Nullable Webhook webhook,
    Duration keyRetention,
    int mostObjects,
    InstantSource clock) {

  /** The key of a sandbox that was given none. */
  public static final String DEFAULT_KEY = "sk_test_sandbox";

  /**
   * Checks what can be checked without starting.
   *
   * @throws IllegalArgumentException naming the option that is wrong
   */
  public SandboxOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not from 0 to 65535");
    }
    if (!key.matches("[!-~]{1,255}")) {
      throw new IllegalArgumentException("the key is not 1 to 255 printable ASCII characters");
    }
    if (keyRetention.isNegative() || keyRetention.compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException(
          "key retention " + keyRetention + " is not from 0 to 366 days");
    }
    if (mostObjects < 1) {
      throw new IllegalArgumentException("at least one object has to fit in the ledger");
    }
  }

  /** A sandbox on a free port of this machine alone, without faults or notices. */
  public static SandboxOptions in(Path data) {
    return new SandboxOptions(
        "127.0.0.1",
        0,
        data,
        DEFAULT_KEY,
        FaultSpec.NONE,
        0,
        null,
        Duration.ofHours(24),
        1_000_000,
        InstantSource.system());
  }

  /** The same on another address and port. */
  public SandboxOptions listeningOn(String newHost, int newPort) {
    return new SandboxOptions(
        newHost, newPort, data, key, faults, seed, webhook, keyRetention, mostObjects, clock);
  }

  /** The same with another API key. */
  public SandboxOptions withKey(String newKey) {
    return new SandboxOptions(
        host, port, data, newKey, faults, seed, webhook, keyRetention, mostObjects, clock);
  }

  /** The same with these faults. */
  public SandboxOptions withFaults(FaultSpec newFaults, long newSeed) {
    return new SandboxOptions(
        host, port, data, key, newFaults, newSeed, webhook, keyRetention, mostObjects, clock);
  }

  /** The same with notices going out. */
  public SandboxOptions withWebhook(@Nullable Webhook newWebhook) {
    return new SandboxOptions(
        host, port, data, key, faults, seed, newWebhook, keyRetention, mostObjects, clock);
  }

  /** The same with keys that live this long, judged by this clock. */
  public SandboxOptions withKeyRetention(Duration newRetention, InstantSource newClock) {
    return new SandboxOptions(
        host, port, data, key, faults, seed, webhook, newRetention, mostObjects, newClock);
  }

  /** The same with room for this many objects. */
  public SandboxOptions withMostObjects(int newMost) {
    return new SandboxOptions(
        host, port, data, key, faults, seed, webhook, keyRetention, newMost, clock);
  }

  @Override
  public String toString() {
    return "SandboxOptions[" + host + ":" + port + ", data=" + data + ", faults=" + faults + "]";
  }
}
