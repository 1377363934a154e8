package dev.hexwing.examples.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Refusals in Stripe's error shape, with Stripe's statuses, types and codes. */
final class Refusals {

  private Refusals() {}

  static Answer missing(String param) {
    return invalid("parameter_missing", param, "Missing required param: " + param + ".");
  }

  static Answer unknownParameter(String param) {
    return invalid("parameter_unknown", param, "Received unknown parameter: " + param);
  }

  static Answer notAnInteger(String param, String value) {
    return invalid("parameter_invalid_integer", param, "Invalid integer: " + shown(value));
  }

  static Answer noSuch(int status, String kind, String param, String id) {
    return new Answer(
        status,
        error(
            "invalid_request_error",
            "resource_missing",
            param,
            "No such " + kind + ": '" + shown(id) + "'"));
  }

  static Answer invalid(@Nullable String code, @Nullable String param, String message) {
    return new Answer(400, error("invalid_request_error", code, param, message));
  }

  static Answer noSuchUrl(String method, String path) {
    return new Answer(
        404,
        error(
            "invalid_request_error",
            null,
            null,
            "Unrecognized request URL (" + method + ": " + shown(path) + ")."));
  }

  static Answer noKey() {
    return new Answer(
        401,
        error(
            "invalid_request_error",
            null,
            null,
            "You did not provide an API key. You need to provide your API key in the Authorization"
                + " header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."));
  }

  static Answer wrongKey() {
    return new Answer(401, error("invalid_request_error", null, null, "Invalid API Key provided."));
  }

  static Answer keyReused(String key) {
    return new Answer(
        400,
        error(
            "idempotency_error",
            null,
            null,
            "Keys for idempotent requests can only be used with the same parameters they were"
                + " first used with. Try using a key other than '"
                + shown(key)
                + "' if you meant to execute a different request."));
  }

  static Answer keyInUse(String key) {
    return new Answer(
        409,
        error(
            "invalid_request_error",
            "idempotency_key_in_use",
            null,
            "There is currently another in-progress request using this Idempotent Key (that"
                + " probably means you submitted twice, and the other request is still going"
                + " through): "
                + shown(key)
                + ". Please try again later."));
  }

  static Answer broken() {
    return new Answer(
        500,
        error(
            "api_error",
            null,
            null,
            "An unknown error occurred. Nothing is known about the outcome of this request."));
  }

  static ObjectNode error(
      String type, @Nullable String code, @Nullable String param, String message) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error");
    if (code != null) {
      error.put("code", code);
      error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
    }
    error.put("message", message);
    if (param != null) {
      error.put("param", param);
    }
    error.put("type", type);
    return body;
  }

  /** What a caller sent is shown to it, but never more than a line of it. */
  private static String shown(String value) {
    return value.length() <= 255 ? value : value.substring(0, 255) + "…";
  }
}
