package dev.hexwing.application;

import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.store.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is over, a bounded batch of each kind at a time, each in its own transaction. */
final class Purge {

  private static final Logger log = LoggerFactory.getLogger(Purge.class);

  private final UnitOfWork unitOfWork;
  private final OutboxQueue outbox;
  private final Retention retention;

  Purge(UnitOfWork unitOfWork, OutboxQueue outbox, Retention retention) {
    this.unitOfWork = unitOfWork;
    this.outbox = outbox;
    this.retention = retention;
  }

  /** Deletes one batch of each kind; true if there may be more. */
  boolean runOnce() {
    int batch = retention.batch();
    long keys = unitOfWork.execute(stores -> stores.keys().expire(retention.keys(), batch));
    long sent = outbox.forgetSent(retention.sentEvents(), batch);
    long taken =
        unitOfWork.execute(stores -> stores.inbox().forget(retention.takenEvents(), batch));
    if (keys + sent + taken > 0) {
      log.debug("deleted {} answers, {} sent events, {} notes of taken ones", keys, sent, taken);
    }
    return keys == batch || sent == batch || taken == batch;
  }
}
