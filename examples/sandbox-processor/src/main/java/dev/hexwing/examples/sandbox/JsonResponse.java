package dev.hexwing.examples.sandbox;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/** Sends answers as JSON, also those that the server itself gives to what is not HTTP enough. */
final class JsonResponse {

  private static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");

  private JsonResponse() {}

  static void send(ServerResponse response, Answer answer) {
    response.status(answer.status()).header(JSON).send(Json.bytes(answer.body()));
  }

  static DirectHandlers serverErrors() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(
          type,
          (request, event, status, headers, message) ->
              DirectHandler.TransportResponse.builder()
                  .status(status)
                  .headers(headers)
                  .header(JSON)
                  .keepAlive(event.keepAlive())
                  .entity(Json.bytes(body(status.code(), status.reasonPhrase())))
                  .build());
    }
    return handlers.build();
  }

  private static ObjectNode body(int status, String reason) {
    String type = status >= 500 ? "api_error" : "invalid_request_error";
    return Refusals.error(type, null, null, "The request was not understood: " + reason + ".");
  }
}
