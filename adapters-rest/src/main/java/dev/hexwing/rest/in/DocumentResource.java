package dev.hexwing.rest.in;

import java.time.Duration;
import java.util.List;

/** Serves the description of all this (OpenAPI 3.1). */
final class DocumentResource {

  private static final String USUAL_LIFETIME = "\"PT24H\"";

  private final StaticReply document;

  /** The document, with how long an answer is told again under its key. */
  DocumentResource(Duration keyLifetime) {
    this.document =
        new StaticReply(
            "application/json",
            Resources.read("openapi.json")
                .replace(USUAL_LIFETIME, '"' + keyLifetime.toString() + '"'));
  }

  List<Route> routes() {
    return List.of(Route.get("/openapi.json", call -> document.answer(call.headers())));
  }
}
