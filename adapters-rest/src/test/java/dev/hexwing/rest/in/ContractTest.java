package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The document is true: of the routes, of the codes, and, through {@link Shop}, of answers. */
class ContractTest {

  private final Document document = new Document(Resources.read("openapi.json"));

  @Nested
  class The_document {

    @Test
    void names_every_served_route_and_no_other() {
      try (Shop shop = Shop.open();
          ReadinessChecks checks = new ReadinessChecks(List.of(), Duration.ofSeconds(1))) {
        List<Route> routes =
            RestServer.routes(
                Shop.settings(), shop.hexwing.useCases(), checks, () -> "", InstantSource.system());
        assertThat(document.operations())
            .isEqualTo(
                routes.stream()
                    .map(route -> route.method() + " " + route.template())
                    .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(new SimpleMeterRegistry().getMeters()).isEmpty();
      }
    }

    @Test
    void names_no_code_that_is_not_explained_with_that_status() {
      document
          .root()
          .findParents("code")
          .forEach(
              properties -> {
                if (properties.has("status") && properties.get("code").has("enum")) {
                  int status = properties.get("status").get("const").asInt();
                  properties
                      .get("code")
                      .get("enum")
                      .forEach(
                          code ->
                              assertThat(ProblemCodes.all())
                                  .containsEntry(code.asString(), status));
                }
              });
    }

    @Test
    void is_what_the_server_hands_out() {
      try (Shop shop = Shop.open()) {
        Answer served = shop.get("/openapi.json");
        assertThat(served.text()).isEqualTo(Resources.read("openapi.json"));
        Answer again =
            shop.get("/openapi.json", "If-None-Match", served.header("ETag").orElseThrow());
        assertThat(again.status()).isEqualTo(304);
      }
    }

    @Test
    void refuses_an_answer_that_it_does_not_foretell() {
      try (Shop shop = Shop.open()) {
        Answer real = shop.get("/v1/orders/" + shop.order());
        Answer twisted =
            new Answer(
                "GET",
                real.path(),
                200,
                real.headers(),
                real.text().replace("\"placedAt\"", "\"placed\""));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> document.check(twisted))
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("placed");
      }
    }
  }
}
