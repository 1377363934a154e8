package dev.hexwing.rest.in;

import java.util.List;

/** Whether the shop runs, and whether all that it needs does. */
final class HealthResource {

  private final ReadinessChecks readiness;

  HealthResource(ReadinessChecks readiness) {
    this.readiness = readiness;
  }

  List<Route> routes() {
    return List.of(
        Route.operations("/health/live", call -> Reply.json(200, new Live("up"))),
        Route.operations("/health/ready", this::ready));
  }

  private Reply ready(Call call) {
    List<Dependency> dependencies = readiness.ask().stream().map(Dependency::of).toList();
    boolean allUp = dependencies.stream().allMatch(dependency -> dependency.state().equals("up"));
    return Reply.json(allUp ? 200 : 503, new Ready(allUp ? "up" : "down", dependencies));
  }

  record Live(String status) {}

  record Ready(String status, List<Dependency> dependencies) {}

  record Dependency(String name, String state, String detail) {
    static Dependency of(ReadinessChecks.Result result) {
      return new Dependency(
          result.name(), result.state().isUp() ? "up" : "down", result.state().detail());
    }
  }
}
