package dev.hexwing.rest.in;

import dev.hexwing.application.Dashboard;
import dev.hexwing.application.UseCases;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.ordering.OrderStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that the front page shows, in one answer. */
final class DashboardResource {

  private final UseCases useCases;

  DashboardResource(UseCases useCases) {
    this.useCases = useCases;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/dashboard",
            call -> Reply.json(200, DashboardBody.of(useCases.showDashboard().show()))));
  }

  record DashboardBody(
      Map<OrderStatus, Long> orders,
      Map<String, Long> payments,
      Map<DroneStatus, Long> drones,
      JourneyBody journeys,
      Queue queue,
      long needAttention) {

    static DashboardBody of(Dashboard dashboard) {
      return new DashboardBody(
          complete(OrderStatus.class, dashboard.figures().orders()),
          new TreeMap<>(dashboard.figures().payments()),
          complete(DroneStatus.class, dashboard.figures().drones()),
          JourneyBody.of(dashboard.journeys()),
          Queue.of(dashboard.backlog()),
          dashboard.needAttention());
    }

    /** Every status, so that readers need not know which are left out. */
    private static <E extends Enum<E>> Map<E, Long> complete(Class<E> type, Map<E, Long> counts) {
      Map<E, Long> all = new EnumMap<>(type);
      for (E status : type.getEnumConstants()) {
        all.put(status, counts.getOrDefault(status, 0L));
      }
      return all;
    }
  }

  record Queue(long waiting, long parked, long oldestAgeMs) {
    static Queue of(OutboxQueue.Backlog backlog) {
      return new Queue(backlog.waiting(), backlog.parked(), backlog.oldest().toMillis());
    }
  }
}
