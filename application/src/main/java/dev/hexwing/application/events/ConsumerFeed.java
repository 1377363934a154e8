package dev.hexwing.application.events;

import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.events.Walk.Stretch;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings history to one consumer that starts from the beginning, a bounded step at a time, and then
 * has it take events as they are sent.
 *
 * <p>Until then it gets everything from here, and what the broker brings is passed over. To change
 * over, what is sent has to wait for a moment; whatever was passed over before was committed before
 * that, and so is in what is read then. Of all nodes one feeds the consumer; another goes on where
 * that one was if it dies. Safe for use by any number of threads.
 */
public final class ConsumerFeed {

  private static final Logger log = LoggerFactory.getLogger(ConsumerFeed.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofSeconds(1);

  /** For so long events may have to wait if the node dies that has them wait. */
  private static final Duration SWITCH_LEASE = Duration.ofSeconds(10);

  private static final Duration SWITCH_PATIENCE = Duration.ofSeconds(5);

  private final EventConsumer consumer;
  private final Beginning beginning;
  private final Option<DeadLetters> deadLetters;
  private final Walk walk;
  private final StartNotes notes;
  private final FeedPace pace;
  private long token = -1;
  private @Nullable Bundle bundle;
  private volatile boolean over;

  /**
   * A feed for a consumer.
   *
   * @param consumer guarded, and narrowed to what its beginning names
   * @param deadLetters where events go that this release cannot read; without it the feed stands
   *     still before one
   * @param batch how many places of history are looked at in a read, 1 to 10,000
   * @param firstRetry how soon an event is tried again that failed; about doubled with each failure
   */
  public ConsumerFeed(
      EventConsumer consumer,
      Beginning beginning,
      UnitOfWork unitOfWork,
      Option<DeadLetters> deadLetters,
      int batch,
      Duration firstRetry) {
    this.consumer = consumer;
    this.beginning = beginning;
    this.deadLetters = deadLetters;
    this.walk = Walk.of(beginning, unitOfWork, batch);
    this.notes = new StartNotes(unitOfWork, consumer.name());
    this.pace = new FeedPace(consumer.name(), firstRetry);
  }

  /** What was read and is brought, event by event. */
  private sealed interface Bundle {

    /** What is left of it. */
    Queue<EventRecord> due();

    /** A stretch of what is filed. */
    record Filed(Queue<EventRecord> due, long reached, long total) implements Bundle {}

    /** What is not filed, before anybody has to wait. */
    record Unfiled(Queue<EventRecord> due, Set<EventId> all) implements Bundle {}
  }

  /** The consumer's name. */
  String consumer() {
    return consumer.name();
  }

  /** The consumer as the broker is to see it. */
  public EventConsumer asSubscriber() {
    return new StartingConsumer(consumer, notes);
  }

  /** Does one step, of about a second at most; true if there is more to do at once. */
  public synchronized boolean runOnce() {
    if (over || pace.rests()) {
      return false;
    }
    try {
      boolean more = step(notes.known());
      pace.went();
      return more;
    } catch (WriteConflict lost) {
      if (lost.subject() != WriteConflict.Subject.START) {
        pace.failed(lost);
        return false;
      }
      log.info("another node feeds {} from now on", consumer.name());
      bundle = null;
      return false;
    } catch (RuntimeException e) {
      pace.failed(e);
      return false;
    }
  }

  private boolean step(ConsumerStart known) {
    return switch (known.state()) {
      case LIVE -> end(known);
      case REFUSED -> beginning.fromWhatIsLeft() ? feed(known) : pace.refused(known);
      case STARTING, SWITCHING -> feed(known);
    };
  }

  private boolean end(ConsumerStart known) {
    over = true;
    known
        .reason()
        .forEach(
            why ->
                log.error(
                    "{} does not start from the beginning, because {}; it goes on as before. What"
                        + " is to start from the beginning needs a new name",
                    consumer.name(),
                    why));
    return false;
  }

  private boolean feed(ConsumerStart known) {
    if (known.token() == token && known.held()) {
      return feedOn(known);
    }
    bundle = null;
    Option<ConsumerStart> taken = notes.take(LEASE);
    taken.forEach(
        start -> {
          token = start.token();
          pace.begin(start);
        });
    return taken.isDefined() && feedOn(taken.get());
  }

  private boolean feedOn(ConsumerStart known) {
    ConsumerStart mine = known.in(State.STARTING);
    Option<Bundle> now = Option.of(bundle).orElse(() -> read(mine));
    if (now.isEmpty()) {
      return false;
    }
    Bundle next = now.get();
    bundle = next;
    bring(next.due(), STEP);
    if (!next.due().isEmpty()) {
      notes.change(mine, LEASE);
      return true;
    }
    bundle = null;
    return switch (next) {
      case Bundle.Filed filed -> noted(mine.at(filed.reached(), filed.total()));
      case Bundle.Unfiled unfiled -> changeOver(mine, unfiled.all());
    };
  }

  private boolean noted(ConsumerStart mine) {
    notes.change(mine, LEASE);
    pace.reached(mine);
    return true;
  }

  private Option<Bundle> read(ConsumerStart mine) {
    Stretch next = walk.after(mine.reached());
    if (next.gap() && !beginning.fromWhatIsLeft()) {
      String why = "a part of history that it has not taken is gone";
      notes.change(mine.refused(why), Duration.ZERO);
      return Option.none();
    }
    if (next.reached() > mine.reached()) {
      return Option.some(
          new Bundle.Filed(new ArrayDeque<>(next.events()), next.reached(), next.total()));
    }
    notes.change(mine.at(mine.reached(), next.total()), LEASE);
    return mine.age().compareTo(beginning.settling()) < 0
        ? Option.none()
        : walk.rest(mine.reached())
            .map(rest -> new Bundle.Unfiled(new ArrayDeque<>(rest), ids(rest)));
  }

  private static Set<EventId> ids(List<EventRecord> events) {
    return events.stream().map(event -> event.metadata().eventId()).collect(Collectors.toSet());
  }

  private boolean changeOver(ConsumerStart mine, Set<EventId> brought) {
    notes.change(mine.in(State.SWITCHING), SWITCH_LEASE);
    try {
      if (takeLast(mine, brought)) {
        notes.change(mine.in(State.LIVE), Duration.ZERO);
        over = true;
        pace.end(mine);
        return false;
      }
    } catch (RuntimeException e) {
      goBack(mine, e);
      throw e;
    }
    notes.change(mine, LEASE);
    return false;
  }

  /** Only after that is committed: who passed an event over before had it committed before. */
  private boolean takeLast(ConsumerStart mine, Set<EventId> brought) {
    return walk.rest(mine.reached())
        .map(
            rest -> {
              Queue<EventRecord> last = new ArrayDeque<>(rest);
              last.removeIf(event -> brought.contains(event.metadata().eventId()));
              bring(last, SWITCH_PATIENCE);
              return last.isEmpty();
            })
        .getOrElse(false);
  }

  private void goBack(ConsumerStart mine, RuntimeException reason) {
    try {
      notes.change(mine, LEASE);
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private void bring(Queue<EventRecord> due, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (EventRecord next = due.peek(); next != null; next = due.peek()) {
      bring(next);
      due.remove();
      if (System.nanoTime() - end >= 0) {
        return;
      }
    }
  }

  private void bring(EventRecord eventRecord) {
    DomainEvent event;
    try {
      event = EventRecords.toEvent(eventRecord);
    } catch (UnreadableEvent e) {
      setAside(eventRecord, e);
      return;
    }
    if (consumer.wants(event)) {
      try (LogContext context = LogContext.of(event.correlationId())) {
        consumer.on(event);
      }
      pace.took();
    }
  }

  /** As what comes from a broker and cannot be read. */
  private void setAside(EventRecord event, UnreadableEvent failure) {
    DeadLetters letters = deadLetters.getOrElseThrow(() -> failure);
    log.error("{} sets {} aside", consumer.name(), event.metadata().eventId(), failure);
    letters.setAside(
        new Undelivered(
            consumer.name(),
            event.metadata().eventId().value(),
            Option.some(event),
            "",
            Option.some(event.metadata().correlationId()),
            String.valueOf(failure.getMessage()),
            1),
        switch (consumer.poisonPolicy()) {
          case PARK_KEY -> DeadLetter.State.PARKED;
          case SKIP_WITH_AUDIT -> DeadLetter.State.SKIPPED;
        });
  }
}
