package dev.hexwing.messaging.cloudevents;

import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.control.Option;

/** What came in: an event, or something that is none to this release. */
public sealed interface Incoming {

  /**
   * An event.
   *
   * @param event what happened
   * @param trace the trace that it was published in, if it says so
   */
  record Understood(DomainEvent event, Option<TraceParent> trace) implements Incoming {}

  /**
   * Something that is no event to this release.
   *
   * @param event as much as could be read: an event of an unknown type, or with a fact missing
   * @param correlationId the customer intent that it belongs to, if it says so
   * @param reason why not, for a person
   */
  record Unreadable(Option<EventRecord> event, Option<CorrelationId> correlationId, String reason)
      implements Incoming {}
}
