package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryEvent;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.DroneModels;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DropOff;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.delivery.Reason;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;

/** Delivery, for {@code @Domain(DeliveryDomain.class)}. */
public final class DeliveryDomain extends ArbitraryContext {

  /** For jqwik, which makes one for each property. */
  public DeliveryDomain() {
    provide(DroneId.class, DeliveryValues::droneIds);
    provide(DeliveryId.class, DeliveryValues::deliveryIds);
    provide(DroneModel.class, DeliveryValues::droneModels);
    provide(DroneModels.class, DeliveryValues::ratings);
    provide(PayloadCapacity.class, DeliveryValues::payloadCapacities);
    provide(BatteryLevel.class, DeliveryValues::batteryLevels);
    provide(DispatchPolicy.class, DeliveryValues::dispatchPolicies);
    provide(DropOff.class, DeliveryValues::dropOffs);
    provide(Parcel.class, DeliveryValues::parcels);
    provide(Reason.class, DeliveryValues::reasons);
    provide(DroneLives.Registration.class, DroneLives::registrations);
    provide(DeliveryLives.Request.class, DeliveryLives::requests);
    provide(Drone.class, DroneLives::drones);
    provide(Delivery.class, DeliveryLives::deliveries);
    provide(DroneSnapshot.class, () -> DroneLives.drones().map(Drone::snapshot));
    provide(DeliverySnapshot.class, () -> DeliveryLives.deliveries().map(Delivery::snapshot));
    provide(DroneCommand.class, DroneLives::commands);
    provide(DeliveryCommand.class, DeliveryLives::commands);
    provideEach(DroneEvent.class, DroneLives::events, DroneLives::events);
    provideEach(DeliveryEvent.class, DeliveryLives::events, DeliveryLives::events);
    provide(
        TypeUsage.of(
            ActionChain.class,
            TypeUsage.of(
                Life.class,
                TypeUsage.of(DroneCommand.class),
                TypeUsage.of(DroneSnapshot.class),
                TypeUsage.of(DroneEvent.class))),
        DroneLives::lives);
    provide(
        TypeUsage.of(
            ActionChain.class,
            TypeUsage.of(
                Life.class,
                TypeUsage.of(DeliveryCommand.class),
                TypeUsage.of(DeliverySnapshot.class),
                TypeUsage.of(DeliveryEvent.class))),
        DeliveryLives::lives);
  }
}
