package dev.hexwing.rest.out;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.ProcessorAnswer.Approved;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Finds charges and refunds by our names of them.
 *
 * <p>Charges are searched for, and Stripe's search lags behind, both in what exists and in how it
 * stands: what it shows as unfinished or failed is read again from the object itself. Refunds are
 * listed, which does not lag. Every look-up ends by its deadline, and reads a bounded number of
 * pages.
 */
final class LookUps {

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;
  private static final int MOST_INTENTS = 10;

  private final StripeHttp http;
  private final Lane lane;

  LookUps(StripeHttp http, Lane lane) {
    this.http = http;
    this.lane = lane;
  }

  LookUp charge(PaymentId paymentId, Deadline deadline) {
    Form query =
        new Form().with("query", "metadata['payment_id']:'" + paymentId + "'").with("limit", PAGE);
    Page page = page("/v1/payment_intents/search", query, "search_result", deadline);
    List<JsonNode> intents = page.named("payment_id", paymentId.toString());
    List<LookUp> results = new ArrayList<>();
    for (JsonNode intent : intents.subList(0, Math.min(intents.size(), MOST_INTENTS))) {
      results.add(standing(intent, deadline).asLookUp());
    }
    if (page.more || intents.size() > MOST_INTENTS) {
      results.add(new LookUp.Unanswered("more payment intents of one name than are read"));
    }
    page.failure.forEach(results::add);
    return together(results);
  }

  private Standing standing(JsonNode found, Deadline deadline) {
    Standing shown = StripeObjects.found(found);
    if (shown instanceof Standing.Unreadable || isApproved(shown.asLookUp())) {
      return shown;
    }
    String path = "/v1/payment_intents/" + StripeObjects.id(found);
    return switch (lane.call(() -> http.get(path, new Form(), deadline))) {
      case Heard.Reply reply when reply.status() == 200 -> StripeObjects.found(reply.body());
      case Heard.Reply reply -> new Standing.Unreadable(reply.toString());
      case Heard.Lost lost -> new Standing.Unreadable(lost.why());
      case Heard.NeverLeft unsent -> new Standing.Unreadable(unsent.why());
    };
  }

  LookUp refund(RefundId refundId, ProcessorReference charge, Deadline deadline) {
    List<LookUp> results = new ArrayList<>();
    String after = "";
    for (int number = 0; number < MOST_PAGES; number++) {
      Form query = new Form().with("payment_intent", charge.value()).with("limit", PAGE);
      if (!after.isEmpty()) {
        query.with("starting_after", after);
      }
      Page page = page("/v1/refunds", query, "list", deadline);
      page.named("refund_id", refundId.toString())
          .forEach(refund -> results.add(StripeObjects.refund(refund).asLookUp()));
      results.addAll(page.failure);
      after = page.objects.isEmpty() ? "" : StripeObjects.id(page.objects.getLast());
      if (!page.more || results.stream().anyMatch(LookUps::isApproved)) {
        return together(results);
      }
      if (after.isEmpty()) {
        break;
      }
    }
    results.add(new LookUp.Unanswered("more refunds of one charge than are read"));
    return together(results);
  }

  /**
   * One result out of several objects of one name, which exist once a name was used again after
   * Stripe forgot it: money that moved counts, then doubt, then what is still open.
   */
  private static LookUp together(List<LookUp> results) {
    return results.stream()
        .filter(LookUps::isApproved)
        .findFirst()
        .or(() -> first(results, LookUp.Unanswered.class))
        .or(() -> first(results, LookUp.Pending.class))
        .or(() -> results.stream().findFirst())
        .orElseGet(LookUp.Absent::new);
  }

  private static Optional<LookUp> first(List<LookUp> results, Class<? extends LookUp> kind) {
    return results.stream().filter(kind::isInstance).findFirst();
  }

  private static boolean isApproved(LookUp result) {
    return result instanceof LookUp.Found found && found.answer() instanceof Approved;
  }

  private Page page(String path, Form query, String kind, Deadline deadline) {
    return switch (lane.call(() -> http.get(path, query, deadline))) {
      case Heard.Reply reply when reply.status() == 200 -> Page.read(reply, kind);
      case Heard.Reply reply -> Page.failed(reply.toString());
      case Heard.Lost lost -> Page.failed(lost.why());
      case Heard.NeverLeft unsent -> Page.failed(unsent.why());
    };
  }

  /** One page of a list; {@code failure} has one element if it could not be had. */
  private record Page(List<JsonNode> objects, boolean more, List<LookUp> failure) {

    static Page failed(String why) {
      return new Page(List.of(), false, List.of(new LookUp.Unanswered(why)));
    }

    /** Half a page is no page: nothing is absent because an answer was cut short. */
    static Page read(Heard.Reply reply, String kind) {
      JsonNode body = reply.body();
      boolean whole =
          StripeError.text(body, "object").equals(kind)
              && body.path("data").isArray()
              && body.path("has_more").isBoolean();
      if (!whole) {
        return failed(reply + ", unreadable");
      }
      List<JsonNode> objects =
          StreamSupport.stream(body.path("data").spliterator(), false).toList();
      return new Page(objects, body.path("has_more").booleanValue(false), List.of());
    }

    List<JsonNode> named(String metadata, String name) {
      return objects.stream()
          .filter(object -> StripeObjects.isNamed(object, metadata, name))
          .toList();
    }
  }
}
