package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.delivery.ClearMaintenance;
import dev.hexwing.application.delivery.DispatchRefusal;
import dev.hexwing.application.delivery.GroundDrone;
import dev.hexwing.application.delivery.ReportBattery;
import dev.hexwing.application.delivery.ReturnDrone;
import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.Reason;
import io.helidon.http.HeaderNames;
import java.util.List;

/** The fleet over HTTP. */
final class DroneResource {

  private final UseCases useCases;

  DroneResource(UseCases useCases) {
    this.useCases = useCases;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/v1/drones", this::list),
        Route.post("/v1/drones", this::register),
        Route.get("/v1/drones/{droneId}", this::find),
        Route.post("/v1/drones/{droneId}/battery", this::battery),
        Route.post("/v1/drones/{droneId}/maintenance-clearance", this::clear),
        Route.post("/v1/drones/{droneId}/grounding", this::ground),
        Route.post("/v1/drones/{droneId}/return", this::returned));
  }

  private Reply register(Call call) {
    var command = call.body(RegisterDroneRequest.class).command(call.correlationId());
    return call.tell(
        useCases.registerDrone().register(command),
        drone ->
            Reply.json(201, DroneBody.of(drone))
                .with(HeaderNames.LOCATION, Paths.drone(drone.droneId())));
  }

  private Reply battery(Call call) {
    DroneId droneId = droneId(call);
    BatteryLevel level = call.body(BatteryRequest.class).level();
    return call.tell(
        useCases
            .reportBattery()
            .report(new ReportBattery.Command(droneId, level, call.correlationId())),
        DroneResource::found);
  }

  private Reply clear(Call call) {
    return call.tell(
        useCases
            .clearMaintenance()
            .clear(new ClearMaintenance.Command(droneId(call), call.correlationId())),
        DroneResource::found);
  }

  private Reply ground(Call call) {
    DroneId droneId = droneId(call);
    Reason reason = new Reason(call.body(ReasonRequest.class).checked());
    return call.tell(
        useCases
            .groundDrone()
            .ground(new GroundDrone.Command(droneId, reason, call.correlationId())),
        DroneResource::found);
  }

  private Reply returned(Call call) {
    return call.tell(
        useCases
            .returnDrone()
            .returned(new ReturnDrone.Command(droneId(call), call.correlationId())),
        DroneResource::found);
  }

  private Reply find(Call call) {
    DroneId droneId = droneId(call);
    return call.tell(
        useCases
            .findDrone()
            .find(droneId)
            .toEither(() -> new DispatchRefusal.UnknownDrone(droneId)),
        DroneResource::found);
  }

  private Reply list(Call call) {
    PageQuery<DroneId> query = PageQuery.of(call, text -> DroneId.of(text).toOption());
    List<DroneSnapshot> found = query.fetch(useCases.listDrones()::list, DroneSnapshot::droneId);
    return Reply.json(
        200,
        Page.of(found, query.limit(), drone -> PageQuery.encode(drone.droneId()), DroneBody::of));
  }

  private static Reply found(DroneSnapshot drone) {
    return Reply.json(200, DroneBody.of(drone));
  }

  /** The drone that the path names; text that names none is as good as an unknown one. */
  private static DroneId droneId(Call call) {
    return DroneId.of(call.path("droneId"))
        .getOrElseThrow(
            invalid ->
                new RequestRefused(
                    Problem.of(404, "drone.unknown", "there is no drone of that name")));
  }
}
