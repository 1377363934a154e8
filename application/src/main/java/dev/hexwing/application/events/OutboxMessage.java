package dev.hexwing.application.events;

import dev.hexwing.domain.shared.DomainEvent;

/**
 * An event on its way out, in the hands of one relay for a while.
 *
 * @param event what happened
 * @param token the relay's claim; a later claim has a greater one
 * @param attempts how often publishing it has failed before
 */
public record OutboxMessage(DomainEvent event, long token, int attempts) {}
