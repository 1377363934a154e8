package dev.hexwing.examples.droneshop.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the fleet flying: registers drones, reports batteries, completes deliveries and brings
 * drones home; and keeps a log of its own of which drone carried what.
 *
 * <p>A drone is sent nowhere but by the shop, and comes home by this operator alone, so a delivery
 * that names a drone which never carried it was given to a drone that was busy. Safe for use by any
 * number of threads.
 */
final class Operator implements AutoCloseable {

  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(50);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
  private static final int TRIES = 50;
  private static final int HERON_GRAMS = 5_000;
  private static final int FULL = 100;

  private final Line line;
  private final Map<String, String> flown = new ConcurrentHashMap<>();
  private final LongAdder doubleBooked = new LongAdder();
  private final ExecutorService crew =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("crew-", 0).factory());
  private final Thread rounds =
      Thread.ofPlatform().name("operator").daemon(true).unstarted(this::rounds);
  private volatile boolean stopping;

  Operator(Line line) {
    this.line = line;
  }

  /** Brings drones into service and begins the rounds; false if the shop does not take them. */
  boolean start(int drones, String run) throws InterruptedException {
    for (int i = 0; i < drones; i++) {
      boolean heavy = i % 2 == 0;
      Map<String, Object> drone =
          Map.of(
              "droneId",
              (run + "-" + i).toUpperCase(Locale.ROOT),
              "model",
              heavy ? "Albatross 1" : "Heron 2",
              "capacityGrams",
              heavy ? Audit.HEAVIEST : HERON_GRAMS);
      if (!register(drone)) {
        return false;
      }
    }
    rounds.start();
    return true;
  }

  private boolean register(Map<String, Object> drone) throws InterruptedException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Answer> heard = line.post("/v1/drones", drone, Map.of());
      if (heard.isPresent() && (heard.get().isSuccess() || heard.get().status() == 409)) {
        return report(String.valueOf(drone.get("droneId")));
      }
      Pause.of(Pause.beforeTry(attempt));
    }
    return false;
  }

  private boolean report(String droneId) throws InterruptedException {
    return post("/v1/drones/" + droneId + "/battery", Map.of("percent", FULL));
  }

  private boolean post(String path, Map<String, ?> body) throws InterruptedException {
    Optional<Answer> heard = line.post(path, body, Map.of());
    return heard.isPresent() && heard.get().isSuccess();
  }

  private void rounds() {
    try {
      while (!stopping) {
        if (!round()) {
          Pause.of(BETWEEN_ROUNDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks after every drone once; true if any needed something. */
  private boolean round() throws InterruptedException {
    List<Future<Boolean>> looked = new ArrayList<>();
    Map<String, String> carriedNow = new HashMap<>();
    for (JsonNode drone : drones()) {
      String delivery = drone.path("deliveryId").asString("");
      if (!delivery.isEmpty()
          && carriedNow.put(delivery, drone.path("droneId").asString()) != null) {
        doubleBooked.increment();
      }
      looked.add(crew.submit(() -> lookAfter(drone)));
    }
    Tasks.join(looked);
    return looked.stream().anyMatch(Future::resultNow);
  }

  /** All drones; none if the shop does not answer. */
  List<JsonNode> drones() throws InterruptedException {
    return new Pages(line).all("/v1/drones").orElse(List.of());
  }

  private boolean lookAfter(JsonNode drone) throws InterruptedException {
    String droneId = drone.path("droneId").asString();
    String path = "/v1/drones/" + droneId;
    String delivery = drone.path("deliveryId").asString("");
    return switch (drone.path("status").asString()) {
      case "DISPATCHED" -> {
        String before = flown.putIfAbsent(delivery, droneId);
        if (before != null && !before.equals(droneId)) {
          doubleBooked.increment();
        }
        yield post("/v1/deliveries/" + delivery + "/completion", Map.of());
      }
      case "RETURNING" -> report(droneId) && post(path + "/return", Map.of());
      default ->
          drone.path("maintenance").asString().equals("DUE")
              && post(path + "/maintenance-clearance", Map.of());
    };
  }

  /** Which drone carried a delivery; empty if none did. */
  String carrierOf(String deliveryId) {
    return flown.getOrDefault(deliveryId, "");
  }

  /** How often one drone and one delivery were seen not to belong to each other alone. */
  long doubleBooked() {
    return doubleBooked.sum();
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    rounds.join(STOP_WITHIN);
    rounds.interrupt();
    crew.shutdownNow();
  }
}
