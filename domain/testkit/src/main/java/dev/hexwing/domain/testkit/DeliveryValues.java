package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.DroneModels;
import dev.hexwing.domain.delivery.DropOff;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.delivery.Reason;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary values of delivery, valid by construction. */
public final class DeliveryValues {

  private DeliveryValues() {}

  /** Names painted on drones. */
  public static Arbitrary<DroneId> droneIds() {
    return Texts.of(Texts.CAPITALS, Texts.CAPITALS + "-", 16).map(DroneId::new);
  }

  /** Names of deliveries. */
  public static Arbitrary<DeliveryId> deliveryIds() {
    return SharedValues.uuids(DeliveryId::new);
  }

  /** What makers call their drones. */
  public static Arbitrary<DroneModel> droneModels() {
    return Texts.words(60).map(DroneModel::new);
  }

  /** Capacities from a gram to a tonne. */
  public static Arbitrary<PayloadCapacity> payloadCapacities() {
    return Arbitraries.integers().between(1, PayloadCapacity.MOST).map(PayloadCapacity::new);
  }

  /** What up to twenty models can carry; none at all among them. */
  public static Arbitrary<DroneModels> ratings() {
    return Arbitraries.maps(droneModels(), payloadCapacities()).ofMaxSize(20).map(DroneModels::new);
  }

  /** 0 to 100 %; the standard policy's limits and their neighbours come often. */
  public static Arbitrary<BatteryLevel> batteryLevels() {
    return Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.integers().between(0, 100)),
            Tuple.of(1, Arbitraries.of(0, 9, 10, 11, 19, 20, 21, 100)))
        .map(BatteryLevel::new);
  }

  /** Policies; the reserve is never above the minimum, few flights to maintenance come often. */
  public static Arbitrary<DispatchPolicy> dispatchPolicies() {
    Arbitrary<Integer> flights =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(1, 3)),
            Tuple.of(1, Arbitraries.integers().greaterOrEqual(1)));
    return Combinators.combine(batteryLevels(), batteryLevels(), flights)
        .as(
            (one, other, most) ->
                one.compareTo(other) < 0
                    ? new DispatchPolicy(other, one, most)
                    : new DispatchPolicy(one, other, most));
  }

  /** Places on Earth, the poles and the date line among them. */
  public static Arbitrary<DropOff> dropOffs() {
    return Combinators.combine(
            Arbitraries.doubles().between(-90, 90), Arbitraries.doubles().between(-180, 180))
        .as(DropOff::new);
  }

  /** Parcels that some drone could carry, and parcels that none could. */
  public static Arbitrary<Parcel> parcels() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(1, PayloadCapacity.MOST)),
                Tuple.of(1, Arbitraries.longs().greaterOrEqual(1))),
            dropOffs())
        .as(Parcel::new);
  }

  /** Parcels at and around what a drone can carry. */
  public static Arbitrary<Parcel> parcelsFor(PayloadCapacity capacity) {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(1, capacity.grams())),
                Tuple.of(1, Arbitraries.just((long) capacity.grams())),
                Tuple.of(1, Arbitraries.just(capacity.grams() + 1L))),
            dropOffs())
        .as(Parcel::new);
  }

  /** Why a drone was grounded or a delivery failed. */
  public static Arbitrary<Reason> reasons() {
    return Texts.words(200).map(Reason::new);
  }
}
