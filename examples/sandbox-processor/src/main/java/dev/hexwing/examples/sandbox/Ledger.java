package dev.hexwing.examples.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that the processor ever did, on disk before anybody hears of it: one line of JSON for
 * each fact, each with the idempotency key and the answer it belongs to, so that money and answer
 * are kept together or not at all. Thread-safe.
 */
final class Ledger implements AutoCloseable {

  /** The key, the shape and the id of the request that a fact belongs to. */
  record Keyed(String key, String fingerprint, String request) {}

  /** The first answer under a key, and the id of the request that it was given to. */
  record FirstAnswer(Answer answer, String request) {}

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final long WRITE_SECONDS = 15;

  private final LedgerFolder folder;
  private final Journal journal;
  private final InstantSource clock;
  private final int mostObjects;
  private final Shelf<PlacedIntent> intents = new Shelf<>();
  private final Shelf<Placed> refunds = new Shelf<>();
  private final MetadataIndex byMetadata = new MetadataIndex();
  private final Keys keys;
  private final Totals totals = new Totals();

  private Ledger(LedgerFolder folder, Duration keyRetention, int mostObjects, InstantSource clock)
      throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.mostObjects = mostObjects;
    this.keys = new Keys(keyRetention);
    this.journal =
        Journal.open(
            folder.journal(), (fact, offset, length) -> takeIn(fact, offset, length, false));
  }

  /**
   * Opens the ledger in a folder and reads it whole.
   *
   * @throws SandboxStartException if another process holds it, or it can't be read or written
   */
  static Ledger open(SandboxOptions options) {
    LedgerFolder folder = LedgerFolder.lock(options.data());
    boolean opened = false;
    try {
      Ledger ledger =
          new Ledger(folder, options.keyRetention(), options.mostObjects(), options.clock());
      opened = true;
      return ledger;
    } catch (IOException e) {
      throw new SandboxStartException("can't open the ledger in " + options.data() + ": " + e, e);
    } finally {
      if (!opened) {
        closeQuietly(folder);
      }
    }
  }

  private static void closeQuietly(LedgerFolder folder) {
    try {
      folder.close();
    } catch (IOException e) {
      // The start has failed already, and that failure is the one to tell.
      LOG.debug("lock file not closed", e);
    }
  }

  long now() {
    return clock.millis();
  }

  Keys.Found claim(String key, String fingerprint) {
    return keys.claim(key, fingerprint, now());
  }

  void release(String key) {
    keys.release(key);
  }

  FirstAnswer firstAnswer(Keys.Answered place) {
    JsonNode fact = line(place.offset(), place.length());
    JsonNode body = fact.has("answer") ? fact.path("answer") : fact.path("object");
    return new FirstAnswer(
        new Answer(fact.path("status").asInt(), (ObjectNode) body),
        fact.path("keyed").path("request").asString());
  }

  Optional<PlacedIntent> intent(String id) {
    return intents.find(id);
  }

  Optional<Placed> refund(String id) {
    return refunds.find(id);
  }

  Shelf<PlacedIntent> intents() {
    return intents;
  }

  Shelf<Placed> refunds() {
    return refunds;
  }

  /** Intents that may carry this metadata pair, oldest first. */
  List<PlacedIntent> candidates(String name, String value) {
    return byMetadata.find(name, value);
  }

  /** The object as it was written. */
  ObjectNode read(Placed place) {
    Placed.Line where = place.line();
    return (ObjectNode) line(where.offset(), where.length()).path("object");
  }

  /** Writes an intent together with the answer given for it; returns once both are on disk. */
  void keepIntent(ObjectNode intent, Answer answer, @Nullable Keyed keyed) {
    keep("payment_intent", intent, answer, keyed);
  }

  /** Writes an intent again that was called off. */
  void keepCancelled(ObjectNode intent, Answer answer, @Nullable Keyed keyed) {
    keep("payment_intent_canceled", intent, answer, keyed);
  }

  /** Writes a refund whose amount was set aside before. */
  void keepRefund(ObjectNode refund, Answer answer, @Nullable Keyed keyed) {
    keep("refund", refund, answer, keyed);
  }

  /** Writes an answer that moved nothing, so that its key, if there is one, gives it again. */
  Answer keepAnswer(Answer answer, @Nullable Keyed keyed) {
    if (keyed != null) {
      keep("answer", null, answer, keyed);
    }
    return answer;
  }

  /** Whether it takes no further objects. */
  boolean full() {
    return intents.size() + refunds.size() >= mostObjects;
  }

  ObjectNode totals() {
    return totals.json();
  }

  private void keep(
      String kind, @Nullable ObjectNode object, Answer answer, @Nullable Keyed keyed) {
    ObjectNode fact = Json.object();
    fact.put("fact", kind).put("at", now()).put("status", answer.status());
    if (keyed != null) {
      fact.putObject("keyed")
          .put("key", keyed.key)
          .put("fingerprint", keyed.fingerprint)
          .put("request", keyed.request);
    }
    if (object != null) {
      fact.set("object", object);
    }
    if (!answer.body().equals(object)) {
      fact.set("answer", answer.body());
    }
    await(journal.append(Json.bytes(fact), (offset, length) -> takeIn(fact, offset, length, true)));
  }

  private static void await(CompletableFuture<@Nullable Void> written) {
    try {
      written.get(WRITE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerException("interrupted while the ledger was written", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new LedgerException("the ledger could not be written", e);
    }
  }

  private void takeIn(JsonNode fact, long offset, int length, boolean live) {
    long at = fact.path("at").asLong();
    JsonNode object = fact.path("object");
    switch (fact.path("fact").asString("")) {
      case "payment_intent" -> takeInIntent(object, at, offset, length);
      case "payment_intent_canceled" -> takeInCancelled(object, offset, length);
      case "refund" -> takeInRefund(object, at, offset, length, live);
      case "answer" -> {}
      default -> throw new SandboxStartException("unknown fact in the ledger at byte " + offset);
    }
    JsonNode keyed = fact.path("keyed");
    if (keyed.isObject()) {
      keys.keep(
          keyed.path("key").asString(),
          new Keys.Answered(keyed.path("fingerprint").asString(), at, offset, length));
    }
  }

  private void takeInIntent(JsonNode intent, long at, long offset, int length) {
    PlacedIntent.Paid paid = null;
    String currency = intent.path("currency").asString();
    if (intent.path("status").asString().equals("succeeded")) {
      long amount = intent.path("amount_received").asLong();
      paid = new PlacedIntent.Paid(intent.path("latest_charge").asString(), amount, currency);
      totals.charged(currency, amount);
    } else if (intent.path("last_payment_error").isObject()) {
      totals.declined();
    }
    PlacedIntent placed = new PlacedIntent(intent.path("id").asString(), at, offset, length, paid);
    for (Map.Entry<String, JsonNode> entry : intent.path("metadata").properties()) {
      byMetadata.add(entry.getKey(), entry.getValue().asString(), placed);
    }
    intents.add(placed);
  }

  private void takeInCancelled(JsonNode intent, long offset, int length) {
    PlacedIntent placed = intents.find(intent.path("id").asString()).orElseThrow();
    placed.cancel();
    placed.isNowAt(offset, length);
  }

  private void takeInRefund(
      JsonNode refund, long at, long offset, int length, boolean wasPromised) {
    long amount = refund.path("amount").asLong();
    Placed placed = new Placed(refund.path("id").asString(), at, offset, length);
    intents
        .find(refund.path("payment_intent").asString())
        .ifPresent(intent -> intent.add(placed, amount, wasPromised));
    refunds.add(placed);
    totals.refunded(refund.path("currency").asString(), amount);
  }

  private JsonNode line(long offset, int length) {
    try {
      return Json.read(journal.read(offset, length));
    } catch (IOException e) {
      throw new LedgerException("the ledger could not be read", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      journal.close();
    } finally {
      folder.close();
    }
  }
}
