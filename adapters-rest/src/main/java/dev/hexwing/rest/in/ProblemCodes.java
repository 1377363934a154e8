package dev.hexwing.rest.in;

import java.util.Map;
import java.util.TreeMap;

/** Every code that an answer of ours can carry, with its status. */
final class ProblemCodes {

  static final String CONCURRENT_CHANGE = "concurrent-change";
  static final String INTERNAL = "internal";
  static final String INVALID = "request.invalid";
  static final String MALFORMED = "request.malformed";
  static final String METHOD_NOT_ALLOWED = "request.method-not-allowed";
  static final String NOT_FOUND = "request.not-found";
  static final String TOO_LARGE = "request.too-large";
  static final String TOO_SLOW = "request.too-slow";
  static final String UNSUPPORTED_MEDIA_TYPE = "request.unsupported-media-type";
  static final String HEADERS_TOO_LARGE = "request.headers-too-large";
  static final String URI_TOO_LONG = "request.uri-too-long";
  static final String SERVER_BUSY = "server.busy";
  static final String STORE_UNAVAILABLE = "store.unavailable";
  static final String PAYMENT_DECLINED = "payment.declined";
  static final String REFUND_DECLINED = "refund.declined";
  static final String PROCESSOR_UNAVAILABLE = "processor.unavailable";
  static final String NOTICES_NOT_TAKEN = "processor-event.not-taken";
  static final String NOTICE_SIGNATURE = "processor-event.signature";
  static final String JOURNEY_UNKNOWN = "journey.unknown";

  private static final Map<String, Integer> KNOWN = known();

  private ProblemCodes() {}

  private static Map<String, Integer> known() {
    Map<String, Integer> codes = new TreeMap<>();
    put(
        codes,
        400,
        INVALID,
        MALFORMED,
        NOTICE_SIGNATURE,
        "correlation-id.malformed",
        "drone.id-malformed",
        "idempotency.key-malformed",
        "idempotency.key-missing",
        "journey.seen-at-implausible",
        "money.malformed",
        "money.no-minor-unit",
        "money.unknown-currency",
        "order.duplicate-sku",
        "order.line-count",
        "order.mixed-currencies",
        "order.sku-malformed",
        "order.total-too-large",
        "order.unknown-sku",
        "payment.amount-not-positive",
        "payment.card-number-refused",
        "payment.method-malformed",
        "refund.currency-differs");
    put(codes, 402, PAYMENT_DECLINED, REFUND_DECLINED);
    put(
        codes,
        404,
        JOURNEY_UNKNOWN,
        NOT_FOUND,
        NOTICES_NOT_TAKEN,
        "dead-letter.unknown",
        "delivery.unknown",
        "drone.unknown",
        "order.unknown",
        "payment.unknown",
        "payment.unknown-order",
        "rebuild.unknown",
        "refund.unknown");
    put(codes, 405, METHOD_NOT_ALLOWED);
    put(codes, 408, TOO_SLOW);
    put(
        codes,
        409,
        CONCURRENT_CHANGE,
        "dead-letter.holds-event",
        "dead-letter.still-refused",
        "delivery.wrong-status",
        "drone.already-dispatched",
        "drone.exists",
        "drone.grounded",
        "drone.wrong-status",
        "idempotency.in-progress",
        "idempotency.key-expired",
        "order.already-paid",
        "order.wrong-status",
        "payment.already-confirmed",
        "payment.already-declined",
        "payment.already-open",
        "payment.order-cancelled",
        "payment.wrong-status",
        "rebuild.beginning-forgotten",
        "rebuild.under-way",
        "refund.exists",
        "refund.nothing-charged",
        "refund.wrong-status");
    put(codes, 413, TOO_LARGE);
    put(codes, 414, URI_TOO_LONG);
    put(codes, 415, UNSUPPORTED_MEDIA_TYPE);
    put(
        codes,
        422,
        "drone.battery-too-low",
        "drone.battery-unknown",
        "drone.maintenance-due",
        "drone.parcel-too-heavy",
        "idempotency.key-reused",
        "order.amount-differs",
        "payment.amount-differs",
        "refund.exceeds-charge");
    put(codes, 431, HEADERS_TOO_LARGE);
    put(codes, 500, INTERNAL);
    put(codes, 503, PROCESSOR_UNAVAILABLE, SERVER_BUSY, STORE_UNAVAILABLE);
    return Map.copyOf(codes);
  }

  private static void put(Map<String, Integer> codes, int status, String... names) {
    for (String name : names) {
      codes.put(name, status);
    }
  }

  static Map<String, Integer> all() {
    return KNOWN;
  }

  /** The code in a person's words: {@code Order: unknown sku}. The same for each occurrence. */
  static String title(String code) {
    String words = code.replace('-', ' ').replace(".", ": ");
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
