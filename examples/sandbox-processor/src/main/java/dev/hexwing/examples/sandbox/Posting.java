package dev.hexwing.examples.sandbox;

import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out calls that move money, each key once: what came of the first call under a key is what
 * every later one hears, errors included. Only a call that was refused before anything was done
 * leaves its key free.
 */
final class Posting {

  /** One such call: a refusal from before anything was done, or else the answer that was kept. */
  interface Operation {
    Either<Answer, Answer> run(Form form, Work work);
  }

  /**
   * The answer to a call.
   *
   * @param replayOf the id of the request that was first given this answer; null if it is new
   */
  record Outcome(Answer answer, @Nullable String replayOf) {
    static Outcome fresh(Answer answer) {
      return new Outcome(answer, null);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Posting.class);
  private static final int LONGEST_KEY = 255;

  private final Ledger ledger;

  Posting(Ledger ledger) {
    this.ledger = ledger;
  }

  Outcome run(
      String path,
      Form form,
      @Nullable String key,
      String request,
      Faults.Fault fault,
      Operation operation)
      throws InterruptedException {
    if (key == null) {
      Thread.sleep(fault.delay());
      return Outcome.fresh(carryOut(form, new Work(null, fault.kind()), operation).answer);
    }
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      return Outcome.fresh(
          Refusals.invalid(null, null, "Idempotency keys have 1 to 255 characters."));
    }
    String fingerprint = form.fingerprint(path);
    return switch (ledger.claim(key, fingerprint)) {
      case Keys.Answered first -> {
        Ledger.FirstAnswer answer = ledger.firstAnswer(first);
        yield new Outcome(answer.answer(), answer.request());
      }
      case Keys.Mismatch mismatch -> Outcome.fresh(Refusals.keyReused(key));
      case Keys.InUse inUse -> Outcome.fresh(Refusals.keyInUse(key));
      case Keys.Claimed claimed ->
          Outcome.fresh(once(form, new Ledger.Keyed(key, fingerprint, request), fault, operation));
    };
  }

  private Answer once(Form form, Ledger.Keyed keyed, Faults.Fault fault, Operation operation)
      throws InterruptedException {
    boolean nothingDone = true;
    try {
      Thread.sleep(fault.delay());
      nothingDone = false;
      Done done = carryOut(form, new Work(keyed, fault.kind()), operation);
      nothingDone = !done.kept;
      return done.answer;
    } finally {
      // After an outage of the ledger the key stays taken: what was done is not known.
      if (nothingDone) {
        ledger.release(keyed.key());
      }
    }
  }

  private record Done(Answer answer, boolean kept) {}

  private Done carryOut(Form form, Work work, Operation operation) {
    if (ledger.full()) {
      LOG.error("the ledger is full: start the sandbox with a new data folder");
      return new Done(Refusals.broken(), false);
    }
    return operation
        .run(form, work)
        .fold(refusal -> new Done(refusal, false), answer -> new Done(answer, true));
  }
}
