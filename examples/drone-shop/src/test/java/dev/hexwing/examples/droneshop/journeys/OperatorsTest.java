package dev.hexwing.examples.droneshop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.OrderEvent.OrderPlaced;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import dev.hexwing.examples.droneshop.Program;
import dev.hexwing.examples.sandbox.SandboxOptions;
import dev.hexwing.examples.sandbox.SandboxServer;
import dev.hexwing.persistence.Persistence;
import dev.hexwing.persistence.PersistenceSettings;
import io.vavr.control.Option;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What operators are told by commands: unsettled payments, and where the books differ. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OperatorsTest {

  @TempDir private Path folder;

  private record Ended(int code, String printed) {}

  private static Ended run(String... arguments) throws Exception {
    try (Program program = Program.start(Map.of(), arguments)) {
      String printed = program.rest();
      return new Ended(program.exitCode(), printed + program.errors());
    }
  }

  @Test
  void charges_and_refunds_without_a_payment_and_payments_without_a_charge_are_told()
      throws Exception {
    try (SandboxServer processor = SandboxServer.start(SandboxOptions.in(folder.resolve("one")));
        SandboxServer empty = SandboxServer.start(SandboxOptions.in(folder.resolve("two")));
        Program shop = shop(processor);
        Line customer = new Line(address(shop), Map.of())) {
      String address = address(shop).toString();
      paid(customer);
      Ended agree = run("orphans", "--shop", address, "--processor", url(processor));
      assertThat(agree.code).as(agree.printed).isZero();
      assertThat(agree.printed).contains("1 payments, 1 charges", "0 differences");
      chargeBehindTheShopsBack(processor);
      Ended theirs = run("orphans", "--shop", address, "--processor", url(processor));
      assertThat(theirs.code).as(theirs.printed).isEqualTo(1);
      assertThat(theirs.printed).contains("is of no payment of ours", "1 differences");
      Ended ours = run("orphans", "--shop", address, "--processor", url(empty));
      assertThat(ours.code).as(ours.printed).isEqualTo(1);
      assertThat(ours.printed).contains("the processor has no charge", "1 differences");
    }
  }

  @Test
  void an_unsettled_payment_is_shown_and_looked_into() throws Exception {
    try (SandboxServer processor = SandboxServer.start(SandboxOptions.in(folder.resolve("one")));
        Program shop = shop(processor);
        Line customer = new Line(address(shop), Map.of())) {
      String paymentId = paid(customer);
      Ended calm = run("attention", "--shop", address(shop).toString());
      assertThat(calm.code).as(calm.printed).isZero();
      assertThat(calm.printed).contains("0 wait for a person");
      Ended asked = run("attention", "--shop", address(shop).toString(), "--ask-again", paymentId);
      assertThat(asked.printed).contains(paymentId + " is CONFIRMED");
    }
  }

  @Test
  void a_dead_letter_is_shown_resumed_if_it_is_an_event_and_dismissed_if_it_is_none()
      throws Exception {
    leaveLetters();
    try (SandboxServer processor = SandboxServer.start(SandboxOptions.in(folder.resolve("one")));
        Program shop = shop(processor)) {
      String address = address(shop).toString();
      Ended shown = run("dead-letters", "--shop", address);
      assertThat(shown.code).as(shown.printed).isEqualTo(1);
      assertThat(shown.printed)
          .contains("for journey.track", "intent tap-7: no place for it", "order-placed.v1")
          .contains("for payments.give-back-unwanted", "no CloudEvent", "no event at all")
          .contains("2 dead letters");
      String event = letterOf("skipped", shown);
      String other = letterOf("parked", shown);
      Ended kept = run("dead-letters", "--shop", address, "--dismiss", event);
      assertThat(kept.printed).contains(event + ": dead-letter.holds-event", "2 dead letters");
      Ended resumed = run("dead-letters", "--shop", address, "--resume", event);
      assertThat(resumed.code).as(resumed.printed).isEqualTo(1);
      assertThat(resumed.printed).contains(event + ": 1 taken", "1 dead letters");
      Ended refused = run("dead-letters", "--shop", address, "--resume", other);
      assertThat(refused.printed).contains(other + ": dead-letter.still-refused");
      Ended dismissed = run("dead-letters", "--shop", address, "--dismiss", other);
      assertThat(dismissed.code).as(dismissed.printed).isZero();
      assertThat(dismissed.printed).contains(other + " is dismissed", "0 dead letters");
    }
  }

  @Test
  void journeys_are_rebuilt_while_the_shop_serves() throws Exception {
    try (SandboxServer processor = SandboxServer.start(SandboxOptions.in(folder.resolve("one")));
        Program shop = shop(processor);
        Line customer = new Line(address(shop), Map.of())) {
      paid(customer);
      String address = address(shop).toString();
      Ended rebuilt = run("rebuild", "journeys", "--shop", address);
      assertThat(rebuilt.code).as(rebuilt.printed).isZero();
      assertThat(rebuilt.printed).contains("the rebuilt journeys serve: ", " events in ");
      JsonNode journeys = customer.get("/v1/journeys/summary").orElseThrow().body();
      assertThat(journeys.path("journeys").asLong()).isEqualTo(1);
      assertThat(journeys.path("confirmed").asLong()).isEqualTo(1);
      Ended wrong = run("rebuild", "orders", "--shop", address);
      assertThat(wrong.code).as(wrong.printed).isEqualTo(2);
      assertThat(wrong.printed).contains("there is no orders to rebuild");
    }
    Ended silent = run("rebuild", "journeys", "--shop", "http://127.0.0.1:1");
    assertThat(silent.code).as(silent.printed).isEqualTo(1);
    assertThat(silent.printed).contains("the shop does not answer");
  }

  private static String letterOf(String state, Ended shown) {
    Matcher letter = Pattern.compile("([0-9a-f-]{36}) " + state).matcher(shown.printed);
    assertThat(letter.find()).as(shown.printed).isTrue();
    return letter.group(1);
  }

  /** Leaves two in the shop's database, before the shop opens it. */
  private void leaveLetters() {
    PersistenceSettings settings =
        PersistenceSettings.embedded(folder.resolve("shop").resolve("shop"), 2);
    try (Persistence persistence = Persistence.open(settings)) {
      persistence.migrate();
      DeadLetters letters = persistence.deadLetters();
      letters.setAside(
          Undelivered.of("journey.track", placed(), "no place for it", 9),
          DeadLetter.State.SKIPPED);
      letters.setAside(
          new Undelivered(
              "payments.give-back-unwanted",
              "hexwing.payments-3@42",
              Option.none(),
              "no event at all",
              Option.none(),
              "no CloudEvent",
              1),
          DeadLetter.State.PARKED);
    }
  }

  private static OrderPlaced placed() {
    UUID order = new UUID(1, 7);
    Money price = Money.ofMinor(2500, "EUR");
    return new OrderPlaced(
        EventMetadata.of(
            order.toString(),
            new Version(1),
            new Occasion(Instant.EPOCH, new CorrelationId("tap-7"), Option.none())),
        new OrderId(order),
        new CustomerId("customer-7"),
        List.of(new OrderLine(new Sku("COFFEE-250"), new Quantity(1), price, 250)),
        price,
        new DropOff(52.52, 13.405));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attention --shop nowhere",
        "attention --fly",
        "dead-letters --fly",
        "orphans --processor ftp://example.com",
        "orphans --shop"
      })
  void wrong_use_is_told_in_one_line(String arguments) throws Exception {
    Ended ended = run(arguments.split(" ", -1));
    assertThat(ended.code).as(ended.printed).isEqualTo(2);
    assertThat(ended.printed.lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"attention", "dead-letters", "orphans"})
  void a_shop_that_does_not_answer_is_told(String command) throws Exception {
    Ended ended = run(command, "--shop", "http://127.0.0.1:1");
    assertThat(ended.code).as(ended.printed).isEqualTo(1);
    assertThat(ended.printed).contains("the shop does not");
  }

  private Program shop(SandboxServer processor) throws Exception {
    return Program.start(
        Map.of(
            "HEXWING_PORT",
            "0",
            "HEXWING_DATA",
            folder.resolve("shop").toString(),
            "HEXWING_PROCESSOR_URL",
            url(processor),
            "HEXWING_LOG_LEVEL",
            "warn"));
  }

  private static String url(SandboxServer processor) {
    return "http://127.0.0.1:" + processor.port();
  }

  private @Nullable URI known;

  /** The program tells its address once. */
  private URI address(Program shop) throws Exception {
    if (known == null) {
      known =
          URI.create(
              shop.awaitLine("address +(http://\\S+)").group(1).replace("localhost", "127.0.0.1"));
    }
    return known;
  }

  private static String paid(Line shop) throws InterruptedException {
    JsonNode order =
        shop.post(
                "/v1/orders",
                Map.of(
                    "lines",
                    List.of(Map.of("sku", "COFFEE-250", "quantity", 2)),
                    "dropOff",
                    Map.of("latitude", 52.52, "longitude", 13.405)),
                Map.of())
            .orElseThrow()
            .body();
    Answer answer =
        shop.post(
                "/v1/payments",
                Map.of(
                    "orderId",
                    order.path("orderId").asString(),
                    "amount",
                    order.path("total").path("amount").asLong(),
                    "currency",
                    "EUR",
                    "paymentMethod",
                    "pm_card_visa"),
                Map.of("Idempotency-Key", "k"))
            .orElseThrow();
    assertThat(answer.status()).isEqualTo(201);
    return answer.text("paymentId");
  }

  private static void chargeBehindTheShopsBack(SandboxServer processor) throws Exception {
    String credentials =
        Base64.getEncoder()
            .encodeToString((SandboxOptions.DEFAULT_KEY + ":").getBytes(StandardCharsets.UTF_8));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> charged =
          client.send(
              HttpRequest.newBuilder(URI.create(url(processor) + "/v1/payment_intents"))
                  .header("Authorization", "Basic " + credentials)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "amount=700&currency=eur&payment_method=pm_card_visa&confirm=true"
                              + "&automatic_payment_methods[enabled]=true"
                              + "&automatic_payment_methods[allow_redirects]=never"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(charged.statusCode()).as(charged.body()).isEqualTo(200);
    }
  }
}
