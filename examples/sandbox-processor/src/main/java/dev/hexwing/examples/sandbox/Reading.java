package dev.hexwing.examples.sandbox;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers what the ledger holds: single objects, lists newest first, and searches. */
final class Reading {

  private static final int DEFAULT_LIMIT = 10;
  private static final int MOST = 100;

  private final Ledger ledger;
  private final Faults faults;

  Reading(Ledger ledger, Faults faults) {
    this.ledger = ledger;
    this.faults = faults;
  }

  Answer intent(String id) {
    return one(ledger.intent(id), "payment_intent", "intent", id);
  }

  Answer refund(String id) {
    return one(ledger.refund(id), "refund", "id", id);
  }

  private Answer one(Optional<? extends Placed> found, String kind, String param, String id) {
    return found
        .filter(this::visible)
        .map(place -> Answer.ok(ledger.read(place)))
        .orElseGet(() -> Refusals.noSuch(404, kind, param, id));
  }

  Either<Answer, Answer> intents(Form form) {
    return form.allowing(Set.of("limit", "starting_after"))
        .flatMap(Reading::limit)
        .flatMap(
            limit ->
                after(form, ledger.intents(), "payment_intent")
                    .map(
                        after ->
                            list(
                                "/v1/payment_intents",
                                ledger.intents().page(after.orElse(null), limit, visibleUntil()))));
  }

  Either<Answer, Answer> refunds(Form form) {
    return form.allowing(Set.of("limit", "starting_after", "payment_intent"))
        .flatMap(Reading::limit)
        .flatMap(
            limit ->
                after(form, ledger.refunds(), "refund")
                    .flatMap(after -> refunds(form, limit, after)));
  }

  private Either<Answer, Answer> refunds(Form form, int limit, Optional<Placed> after) {
    Optional<String> intent = form.get("payment_intent");
    if (intent.isEmpty()) {
      return Either.right(
          list("/v1/refunds", ledger.refunds().page(after.orElse(null), limit, visibleUntil())));
    }
    Optional<PlacedIntent> found = ledger.intent(intent.get()).filter(this::visible);
    if (found.isEmpty()) {
      return Either.left(Refusals.noSuch(400, "payment_intent", "payment_intent", intent.get()));
    }
    List<Placed> ofIntent = found.get().refunds();
    int before = after.map(ofIntent::indexOf).filter(i -> i >= 0).orElse(ofIntent.size());
    return Either.right(list("/v1/refunds", Shelf.page(ofIntent, before, limit, visibleUntil())));
  }

  Either<Answer, Answer> search(Form form) {
    return form.allowing(Set.of("query", "limit", "page"))
        .flatMap(Reading::limit)
        .flatMap(
            limit ->
                form.get("query")
                    .map(SearchQuery::parse)
                    .orElseGet(() -> Either.left(Refusals.missing("query")))
                    .flatMap(query -> search(form, query, limit)));
  }

  /** A page's name is the id of its predecessor's last object: it stays right as others arrive. */
  private Either<Answer, Answer> search(Form form, SearchQuery query, int limit) {
    Map.Entry<String, String> lead = query.lead();
    List<PlacedIntent> candidates = ledger.candidates(lead.getKey(), lead.getValue());
    int from = candidates.size();
    Optional<String> page = form.get("page");
    if (page.isPresent()) {
      Optional<PlacedIntent> last = ledger.intent(page.get());
      from = last.map(candidates::indexOf).orElse(-1);
      if (from < 0) {
        return Either.left(Refusals.invalid(null, "page", "Invalid page: it is not known."));
      }
    }
    long visibleUntil = visibleUntil();
    List<ObjectNode> found = new ArrayList<>();
    for (int i = from - 1; i >= 0 && found.size() <= limit; i--) {
      if (candidates.get(i).at <= visibleUntil) {
        ObjectNode intent = ledger.read(candidates.get(i));
        if (query.matches(intent)) {
          found.add(intent);
        }
      }
    }
    boolean more = found.size() > limit;
    List<ObjectNode> shown = more ? found.subList(0, limit) : found;
    ObjectNode body = Json.object();
    body.put("object", "search_result");
    ArrayNode data = body.putArray("data");
    shown.forEach(data::add);
    body.put("has_more", more);
    body.put("next_page", more ? shown.getLast().path("id").asString() : null);
    return Either.right(Answer.ok(body.put("url", "/v1/payment_intents/search")));
  }

  private Answer list(String url, Shelf.Page<? extends Placed> page) {
    ObjectNode body = Json.object();
    body.put("object", "list");
    ArrayNode data = body.putArray("data");
    page.items().forEach(place -> data.add(ledger.read(place)));
    return Answer.ok(body.put("has_more", page.hasMore()).put("url", url));
  }

  private static Either<Answer, Integer> limit(Form form) {
    String given = form.get("limit").orElse(Integer.toString(DEFAULT_LIMIT));
    if (!given.matches("[0-9]{1,9}")) {
      return Either.left(Refusals.notAnInteger("limit", given));
    }
    int limit = Integer.parseInt(given);
    return limit >= 1 && limit <= MOST
        ? Either.right(limit)
        : Either.left(
            Refusals.invalid(
                "parameter_invalid_integer", "limit", "limit is from 1 to " + MOST + "."));
  }

  private static <T extends Placed> Either<Answer, Optional<T>> after(
      Form form, Shelf<T> shelf, String kind) {
    Optional<String> id = form.get("starting_after");
    if (id.isEmpty()) {
      return Either.right(Optional.empty());
    }
    Optional<T> found = shelf.find(id.get());
    return found.isPresent()
        ? Either.right(found)
        : Either.left(Refusals.noSuch(400, kind, "starting_after", id.get()));
  }

  private boolean visible(Placed place) {
    return place.at <= visibleUntil();
  }

  private long visibleUntil() {
    return ledger.now() - faults.notFoundLag().toMillis();
  }
}
