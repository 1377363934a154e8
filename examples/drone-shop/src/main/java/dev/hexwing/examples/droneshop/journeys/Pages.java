package dev.hexwing.examples.droneshop.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads long lists page by page: the shop's, and the processor's. */
final class Pages {

  private static final int MOST_PAGES = 1_000_000;
  private static final int TRIES = 50;
  private static final int PAGE = 100;

  private final Line line;

  Pages(Line line) {
    this.line = line;
  }

  /** Takes items as they come. */
  interface Each {
    void take(JsonNode item);
  }

  /** All items of a list of the shop; empty if it could not be read. */
  Optional<List<JsonNode>> all(String path) throws InterruptedException {
    List<JsonNode> items = new ArrayList<>();
    return eachOfShop(path, items::add) ? Optional.of(items) : Optional.empty();
  }

  /** Hands out a list of the shop's; false if it could not be read to its end. */
  boolean eachOfShop(String path, Each each) throws InterruptedException {
    String query = "?limit=" + PAGE;
    for (int page = 0; page < MOST_PAGES; page++) {
      Optional<Answer> heard = get(path + query);
      if (heard.isEmpty()) {
        return false;
      }
      JsonNode body = heard.get().body();
      body.path("items").forEach(each::take);
      String next = body.path("nextCursor").asString("");
      if (next.isEmpty()) {
        return true;
      }
      query = "?limit=" + PAGE + "&cursor=" + next;
    }
    return false;
  }

  /** Hands out a list of the processor's; false if it could not be read to its end. */
  boolean eachOfProcessor(String path, Each each) throws InterruptedException {
    String query = "?limit=" + PAGE;
    for (int page = 0; page < MOST_PAGES; page++) {
      Optional<Answer> heard = get(path + query);
      if (heard.isEmpty()) {
        return false;
      }
      String last = "";
      for (JsonNode item : heard.get().body().path("data")) {
        each.take(item);
        last = item.path("id").asString();
      }
      if (!heard.get().body().path("has_more").asBoolean() || last.isEmpty()) {
        return true;
      }
      query = "?limit=" + PAGE + "&starting_after=" + last;
    }
    return false;
  }

  private Optional<Answer> get(String path) throws InterruptedException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Answer> heard = line.get(path);
      if (heard.isPresent() && heard.get().isSuccess()) {
        return heard;
      }
      Pause.of(Pause.beforeTry(attempt));
    }
    return Optional.empty();
  }
}
