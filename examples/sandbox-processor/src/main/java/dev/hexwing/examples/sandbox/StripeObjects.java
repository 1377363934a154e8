package dev.hexwing.examples.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Builds payment intents, charges and refunds with Stripe's members. */
final class StripeObjects {

  private StripeObjects() {}

  /**
   * A new payment intent.
   *
   * @param created in seconds since 1970
   */
  static ObjectNode intent(ChargeRequest request, long created, String status) {
    String id = Ids.paymentIntent();
    ObjectNode intent = Json.object();
    intent.put("id", id).put("object", "payment_intent").put("amount", request.amount());
    intent.put("amount_capturable", 0).putObject("amount_details").putObject("tip");
    intent.put("amount_received", 0).putNull("application").putNull("application_fee_amount");
    if (request.allowRedirects() == null) {
      intent.putNull("automatic_payment_methods");
    } else {
      intent
          .putObject("automatic_payment_methods")
          .put("allow_redirects", request.allowRedirects())
          .put("enabled", true);
    }
    intent.putNull("canceled_at").putNull("cancellation_reason");
    intent.put("capture_method", "automatic_async");
    intent.put("client_secret", id + "_secret_" + Ids.random(25));
    intent.put("confirmation_method", "automatic").put("created", created);
    intent.put("currency", request.currency()).putNull("customer");
    intent.put("description", request.description());
    intent.putNull("last_payment_error").putNull("latest_charge").put("livemode", false);
    metadata(intent, request.metadata());
    intent.putNull("next_action").putNull("on_behalf_of").putNull("payment_method");
    ObjectNode card = intent.putObject("payment_method_options").putObject("card");
    card.putNull("installments").putNull("mandate_options").putNull("network");
    card.put("request_three_d_secure", "automatic");
    intent.putArray("payment_method_types").add("card");
    intent.putNull("processing").putNull("receipt_email").putNull("review");
    intent.putNull("setup_future_usage").putNull("shipping").putNull("source");
    intent.putNull("statement_descriptor").putNull("statement_descriptor_suffix");
    intent.put("status", status).putNull("transfer_data").putNull("transfer_group");
    return intent;
  }

  /** The payment method as it stands inside an error. */
  static ObjectNode paymentMethod(TestCard card, long created) {
    ObjectNode method = Json.object();
    method.put("id", Ids.paymentMethod()).put("object", "payment_method");
    method
        .putObject("card")
        .put("brand", card.brand())
        .put("country", "US")
        .put("funding", "credit")
        .put("last4", card.last4());
    return method.put("created", created).put("livemode", false).put("type", "card");
  }

  /** The charge of a paid intent, as notices carry it. */
  static ObjectNode charge(ObjectNode intent, PlacedIntent.Paid paid, long refunded) {
    ObjectNode charge = Json.object();
    charge.put("id", paid.charge()).put("object", "charge").put("amount", paid.amount());
    charge.put("amount_captured", paid.amount()).put("amount_refunded", refunded);
    charge.put("captured", true).set("created", intent.path("created"));
    charge.put("currency", paid.currency()).put("livemode", false);
    charge.set("metadata", intent.path("metadata"));
    charge.put("paid", true).set("payment_intent", intent.path("id"));
    charge.set("payment_method", intent.path("payment_method"));
    return charge.put("refunded", refunded == paid.amount()).put("status", "succeeded");
  }

  /** A new refund of a paid intent. */
  static ObjectNode refund(
      String intent,
      PlacedIntent.Paid paid,
      long amount,
      @Nullable String reason,
      Map<String, String> metadata,
      long created) {
    ObjectNode refund = Json.object();
    refund.put("id", Ids.refund()).put("object", "refund").put("amount", amount);
    refund.putNull("balance_transaction").put("charge", paid.charge()).put("created", created);
    refund.put("currency", paid.currency());
    ObjectNode destination = refund.putObject("destination_details");
    destination
        .putObject("card")
        .put("reference_status", "pending")
        .put("reference_type", "acquirer_reference_number")
        .put("type", "refund");
    destination.put("type", "card");
    metadata(refund, metadata);
    refund.put("payment_intent", intent).put("reason", reason);
    refund.putNull("receipt_number").putNull("source_transfer_reversal");
    return refund.put("status", "succeeded").putNull("transfer_reversal");
  }

  private static void metadata(ObjectNode object, Map<String, String> metadata) {
    ObjectNode node = object.putObject("metadata");
    metadata.forEach(node::put);
  }
}
