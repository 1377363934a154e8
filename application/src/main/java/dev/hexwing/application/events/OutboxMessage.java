package dev.hexwing.application.events;

import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;

/**
 * An event on its way out, in the hands of one relay for a while.
 *
 * @param event what happened
 * @param token the relay's claim; a later claim has a greater one
 * @param attempts how often publishing it has failed before
 * @param trace the trace of the tap that started it, if it is known
 */
public record OutboxMessage(
    DomainEvent event, long token, int attempts, Option<TraceParent> trace) {}
