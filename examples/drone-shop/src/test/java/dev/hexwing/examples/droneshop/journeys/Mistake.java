package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.application.idempotency.IdempotencyKeys;
import dev.hexwing.application.payments.OpenPayments;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Drones;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.Payments;
import java.util.Set;
import java.util.function.Function;

/** Ways to build the shop wrong, each of which an audit must find. */
enum Mistake {
  NONE {
    @Override
    Stores in(Stores stores) {
      return stores;
    }
  },
  SLOT_NOT_CLAIMED {
    @Override
    Stores in(Stores stores) {
      OpenPayments slots =
          Leaving.out(
              OpenPayments.class, stores.openPayments(), (name, last) -> name.equals("claim"));
      return Leaving.replaced(Stores.class, stores, "openPayments", slots);
    }
  },
  PHASE_THREE_LEFT_OUT {
    @Override
    Stores in(Stores stores) {
      Set<String> endings = Set.of("finish", "leaveOpen", "needAttention");
      IdempotencyKeys keys =
          Leaving.out(IdempotencyKeys.class, stores.keys(), (name, last) -> endings.contains(name));
      Payments payments =
          Leaving.out(
              Payments.class,
              stores.payments(),
              (name, last) ->
                  name.equals("save")
                      && last instanceof Payment payment
                      && payment.status() != PaymentStatus.REQUESTED);
      return Leaving.replaced(
          Stores.class, Leaving.replaced(Stores.class, stores, "keys", keys), "payments", payments);
    }
  },
  DRONE_NOT_HELD {
    @Override
    Stores in(Stores stores) {
      Drones drones =
          Leaving.out(
              Drones.class,
              stores.drones(),
              (name, last) ->
                  name.equals("save")
                      && last instanceof Drone drone
                      && drone.status() == DroneStatus.DISPATCHED);
      return Leaving.replaced(Stores.class, stores, "drones", drones);
    }
  };

  abstract Stores in(Stores stores);

  UnitOfWork in(UnitOfWork real) {
    return new UnitOfWork() {
      @Override
      public <R> R execute(Function<Stores, R> work) {
        return real.execute(stores -> work.apply(in(stores)));
      }

      @Override
      public <R> R read(Function<Stores, R> work) {
        return real.read(work);
      }
    };
  }
}
