package dev.hexwing.application.testkit;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorAnswer.Approved;
import dev.hexwing.application.payments.ProcessorAnswer.Declined;
import dev.hexwing.application.payments.ProcessorAnswer.Settled;
import dev.hexwing.application.payments.ProcessorAnswer.Unknown;
import dev.hexwing.application.payments.ProcessorCapabilities;
import dev.hexwing.application.payments.ProcessorNotice;
import dev.hexwing.application.testkit.ProcessorFixture.Direction;
import dev.hexwing.application.testkit.ProcessorFixture.Movement;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charges, or the refunds, of a scripted processor, and its answers kept by name. */
final class ScriptedBooks {

  private static final Duration KEPT_AT_LEAST = Duration.ofDays(1);

  private final Direction direction;
  private final ProcessorFamily family;
  private final Duration keptFor;
  private final Duration late;
  private final InstantSource clock;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Kept> kept = new HashMap<>();
  private int noticesTaken;

  /** A request: under our name, which for a refund is not the payment's. */
  record Asked(String name, PaymentId paymentId, OrderId orderId, Money amount) {}

  private record Entry(Asked asked, Settled answer, Instant at) {}

  private record Kept(Money amount, ProcessorAnswer answer, Instant at) {}

  ScriptedBooks(
      Direction direction,
      ProcessorFamily family,
      ProcessorCapabilities capabilities,
      InstantSource clock) {
    this.direction = direction;
    this.family = family;
    this.keptFor =
        capabilities.replaysFor().isPositive() ? capabilities.replaysFor() : KEPT_AT_LEAST;
    this.late = capabilities.settlingTime().dividedBy(2);
    this.clock = clock;
  }

  ProcessorAnswer ask(Fate fate, Asked asked) {
    return switch (fate) {
      case NOT_SENT -> new ProcessorAnswer.NotSent("connection refused");
      case REQUEST_LOST -> new Unknown("connection reset");
      case ERROR_BEFORE -> new Unknown("502 in front of the processor");
      case ANSWERED, DECLINED, ERROR_DURING, ERROR_AFTER -> arrives(fate, asked);
      case ANSWER_LOST -> {
        arrives(fate, asked);
        yield new Unknown("connection reset");
      }
      case LATE -> {
        arrives(fate, asked);
        yield new Unknown("timed out");
      }
      case ADAPTER_FAILS -> {
        arrives(fate, asked);
        throw new IllegalStateException("the adapter failed");
      }
    };
  }

  private ProcessorAnswer arrives(Fate fate, Asked asked) {
    Instant now = clock.instant();
    @Nullable Kept before = kept.get(asked.name());
    if (before != null && now.isBefore(before.at().plus(keptFor))) {
      if (!before.amount().equals(asked.amount())) {
        return new Unknown("400 idempotency_error: the name was used for another request");
      }
      return now.isBefore(before.at())
          ? new Unknown("409 idempotency_key_in_use")
          : before.answer();
    }
    Instant at = fate == Fate.LATE ? now.plus(late) : now;
    ProcessorAnswer answer = carryOut(fate, asked, at);
    if (family.keeps(answer instanceof Approved)) {
      kept.put(asked.name(), new Kept(asked.amount(), answer, at));
    }
    return answer;
  }

  private ProcessorAnswer carryOut(Fate fate, Asked asked, Instant at) {
    if (fate == Fate.ERROR_DURING) {
      return new Unknown("500");
    }
    Settled answer =
        fate == Fate.DECLINED
            ? new Declined(new DeclineReason("card_declined", "declined"))
            : new Approved(new ProcessorReference(prefix() + asked.name()));
    entries.add(new Entry(asked, answer, at));
    return fate == Fate.ERROR_AFTER ? new Unknown("500") : answer;
  }

  private String prefix() {
    return direction == Direction.CHARGE ? "pi_" : "re_";
  }

  ProcessorReference enter(Asked asked, String reference) {
    ProcessorReference named = new ProcessorReference(reference);
    entries.add(new Entry(asked, new Approved(named), clock.instant()));
    return named;
  }

  /** A movement outweighs a decline, whichever came first. */
  LookUp find(String name, Duration lag) {
    Instant seen = clock.instant().minus(lag);
    List<Settled> answers =
        entries.stream()
            .filter(entry -> entry.asked().name().equals(name) && !entry.at().isAfter(seen))
            .map(Entry::answer)
            .sorted(Comparator.comparing(answer -> answer instanceof Declined))
            .toList();
    return answers.isEmpty() ? new LookUp.Absent() : new LookUp.Found(answers.get(0));
  }

  List<ProcessorNotice> takeNotices(CorrelationId correlationId) {
    List<ProcessorNotice> notices = new ArrayList<>();
    Instant now = clock.instant();
    while (noticesTaken < entries.size() && !entries.get(noticesTaken).at().isAfter(now)) {
      Entry entry = entries.get(noticesTaken);
      noticesTaken++;
      notices.add(
          new ProcessorNotice(
              "evt_" + prefix() + noticesTaken,
              entry.asked().paymentId(),
              kind(entry.answer()),
              reference(entry),
              correlationId));
    }
    return notices;
  }

  private ProcessorNotice.Kind kind(Settled answer) {
    if (direction == Direction.REFUND) {
      return ProcessorNotice.Kind.REFUND_CHANGED;
    }
    return answer instanceof Approved
        ? ProcessorNotice.Kind.CHARGED
        : ProcessorNotice.Kind.NOT_CHARGED;
  }

  private ProcessorReference reference(Entry entry) {
    return entry.answer() instanceof Approved approved
        ? approved.reference()
        : new ProcessorReference(prefix() + entry.asked().name());
  }

  static List<Movement> movements(ScriptedBooks... books) {
    return Stream.of(books)
        .flatMap(ScriptedBooks::moved)
        .sorted(Comparator.comparing(Moved::at))
        .map(Moved::movement)
        .toList();
  }

  private record Moved(Instant at, Movement movement) {}

  private Stream<Moved> moved() {
    Instant now = clock.instant();
    return entries.stream()
        .filter(entry -> entry.answer() instanceof Approved && !entry.at().isAfter(now))
        .map(
            entry ->
                new Moved(
                    entry.at(),
                    new Movement(
                        direction,
                        entry.asked().name(),
                        entry.asked().orderId(),
                        entry.asked().amount())));
  }
}
