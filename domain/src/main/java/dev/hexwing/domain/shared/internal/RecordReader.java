package dev.hexwing.domain.shared.internal;

import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import java.time.DateTimeException;
import java.util.Objects;

/**
 * Reads the records of one context: brings old ones up to date, and says what is wrong with a bad
 * one.
 *
 * <p>Immutable, and safe for use by any number of threads.
 *
 * @param <E> the events of the context
 */
public final class RecordReader<E> {

  private final Upcasts upcasts;
  private final Reading<E> reading;

  /** A reader that brings records up to date by these steps and reads them in this way. */
  public RecordReader(Upcasts upcasts, Reading<E> reading) {
    this.upcasts = upcasts;
    this.reading = reading;
  }

  /**
   * The event of a record.
   *
   * @throws UnreadableEvent if its type is unknown to this release or a fact is missing or wrong
   */
  public E read(EventRecord record) {
    Objects.requireNonNull(record, "record");
    try {
      EventRecord current = upcasts.current(record);
      return reading.read(current.type(), current.metadata(), Facts.of(current.data()));
    } catch (IllegalArgumentException
        | ClassCastException
        | ArithmeticException
        | DateTimeException e) {
      throw UnreadableEvent.unsound(record, e);
    }
  }

  /**
   * How one context reads its current records.
   *
   * @param <E> the events of the context
   */
  @FunctionalInterface
  public interface Reading<E> {

    /** The event of these facts; throws {@link UnreadableEvent#ofType} for an unknown type. */
    E read(String type, EventMetadata metadata, Facts facts);
  }
}
