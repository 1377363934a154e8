package dev.hexwing.rest.in;

import java.util.List;

/** Serves the description of all this (OpenAPI 3.1). */
final class DocumentResource {

  private final StaticReply document =
      new StaticReply("application/json", Resources.read("openapi.json"));

  List<Route> routes() {
    return List.of(Route.get("/openapi.json", call -> document.answer(call.headers())));
  }
}
