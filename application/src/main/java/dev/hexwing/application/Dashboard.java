package dev.hexwing.application;

import dev.hexwing.application.events.OutboxQueue.Backlog;
import dev.hexwing.application.journey.JourneySummary;

/**
 * All that the front page shows.
 *
 * @param figures how many of what
 * @param journeys how long customers waited
 * @param backlog events on their way
 * @param needAttention intents that wait for a person
 */
public record Dashboard(
    ShopFigures.Figures figures, JourneySummary journeys, Backlog backlog, long needAttention) {}
