package dev.hexwing.application.events;

import dev.hexwing.application.store.Retries;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.domain.shared.EventId;
import io.vavr.control.Option;
import java.util.function.Function;

/** Has an event take effect once for a consumer, however often it arrives. */
public final class EffectOnce {

  private final UnitOfWork unitOfWork;

  /** Effects within transactions of this unit of work. */
  public EffectOnce(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * Runs the work in one transaction with the inbox's note.
   *
   * @return what the work gave; none if the event took effect before
   */
  public <R> Option<R> of(String consumer, EventId eventId, Function<Stores, R> work) {
    try {
      return Option.some(
          Retries.onConflict(
              () ->
                  unitOfWork.execute(
                      stores -> {
                        stores.inbox().claim(consumer, eventId);
                        return work.apply(stores);
                      })));
    } catch (WriteConflict conflict) {
      if (conflict.subject() == WriteConflict.Subject.INBOX) {
        return Option.none();
      }
      throw conflict;
    }
  }
}
