package dev.hexwing.domain.delivery;

import dev.hexwing.domain.shared.DomainEvent;

/** What can happen in this context: to a drone or to a delivery. */
public sealed interface FlightEvent extends DomainEvent permits DroneEvent, DeliveryEvent {}
