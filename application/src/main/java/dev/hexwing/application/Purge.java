package dev.hexwing.application;

import dev.hexwing.application.store.UnitOfWork;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files what was sent and deletes what is over, a bounded batch of each kind at a time, each in its
 * own transaction.
 */
final class Purge {

  private static final Logger log = LoggerFactory.getLogger(Purge.class);

  private final UnitOfWork unitOfWork;
  private final Retention retention;

  Purge(UnitOfWork unitOfWork, Retention retention) {
    this.unitOfWork = unitOfWork;
    this.retention = retention;
  }

  /** Files and deletes one batch of each kind; true if there may be more. */
  boolean runOnce() {
    int batch = retention.batch();
    long filed = unitOfWork.execute(stores -> stores.history().file(batch));
    long keys = unitOfWork.execute(stores -> stores.keys().expire(retention.keys(), batch));
    long taken =
        unitOfWork.execute(stores -> stores.inbox().forget(retention.takenEvents(), batch));
    long forgotten =
        retention
            .history()
            .map(age -> unitOfWork.execute(stores -> stores.history().forget(age, batch)))
            .getOrElse(0L);
    long over = unitOfWork.execute(stores -> stores.journeyRebuilds().dropOver(batch));
    if (filed + keys + taken + forgotten + over > 0) {
      log.debug(
          "filed {} events; deleted {} answers, {} notes of taken events, {} events of the history"
              + " and {} notes of former journeys",
          filed,
          keys,
          taken,
          forgotten,
          over);
    }
    return LongStream.of(filed, keys, taken, forgotten, over).anyMatch(done -> done == batch);
  }
}
