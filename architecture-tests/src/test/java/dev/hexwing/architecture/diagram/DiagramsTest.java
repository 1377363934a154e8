package dev.hexwing.architecture.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import dev.hexwing.architecture.ArchitectureMap;
import dev.hexwing.architecture.ArchitectureMap.Edge;
import dev.hexwing.architecture.ArchitectureMap.Node;
import dev.hexwing.architecture.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Diagrams")
class DiagramsTest {

  private static final Picture SHOP =
      Picture.of(
          new ArchitectureMap(
              List.of(
                  node(Role.DOMAIN, "ordering", "", 4, "shop.ordering.Order"),
                  node(Role.DOMAIN, "payments", "", 3, "shop.payments.Payment"),
                  node(Role.SHARED_KERNEL, "", "", 2),
                  node(Role.APPLICATION, "payments", "", 5),
                  node(Role.DRIVING_PORT, "ordering", "", 2, "shop.ordering.PlaceOrder"),
                  node(Role.DRIVEN_PORT, "payments", "", 1, "shop.payments.Card<Reader>"),
                  node(Role.DRIVING_ADAPTER, "", "web", 6),
                  node(Role.ADAPTER, "", "store", 6),
                  node(Role.COMPOSITION_ROOT, "", "", 1),
                  node(Role.UNASSIGNED, "", "", 7)),
              List.of(
                  new Edge("domain/payments", "domain/ordering", 2, true, false, false),
                  new Edge("application/payments", "domain/ordering", 3, false, true, false),
                  new Edge("domain/ordering", "domain/payments", 1, false, false, true),
                  new Edge("domain/ordering", "shared-kernel", 9, false, false, false),
                  new Edge("driving-adapter/web", "driving-port/ordering", 4, false, false, false),
                  new Edge("adapter/store", "driven-port/payments", 2, false, false, false),
                  new Edge("application/payments", "adapter/store", 1, false, false, true),
                  new Edge("composition-root", "adapter/store", 1, false, false, false))),
          "Shop",
          List.of("Main"));

  private static Node node(
      Role role, String context, String adapter, int classes, String... names) {
    return new Node(role, context, adapter, classes, List.of(names));
  }

  @Nested
  class fold_the_bytecode {

    @Test
    void into_contexts_of_domain_application_and_ports() {
      assertThat(SHOP.contexts())
          .extracting(ContextShape::name, ContextShape::classes)
          .containsExactly(tuple("ordering", 6), tuple("payments", 9), tuple("shared kernel", 2));
      assertThat(SHOP.contexts().get(0).aggregates()).containsExactly("Order");
    }

    @Test
    void into_links_that_are_as_close_as_their_closest_pair() {
      assertThat(SHOP.links())
          .containsExactly(
              new ContextLink("ordering", "payments", 1, ContextLink.Kind.DIRECT, true),
              new ContextLink("payments", "ordering", 5, ContextLink.Kind.TRANSLATED, false));
    }

    @Test
    void into_adapters_on_the_side_of_their_ports() {
      assertThat(SHOP.adapters())
          .containsExactlyInAnyOrder(
              new AdapterShape("web", AdapterShape.Side.DRIVING, 6, 4, 0, false),
              new AdapterShape("store", AdapterShape.Side.DRIVEN, 6, 2, 1, true));
    }

    @Test
    void into_ports_the_composition_root_and_what_has_no_role() {
      assertThat(SHOP.drivingPorts()).containsExactly("PlaceOrder");
      assertThat(SHOP.assemblies()).containsExactly("Main");
      assertThat(SHOP.unassigned()).isEqualTo(7);
    }
  }

  @Nested
  class as_svg {

    @ParameterizedTest
    @EnumSource(View.class)
    void are_well_formed_and_load_nothing(View view) {
      String svg = SvgDiagram.standalone(SHOP, view);
      assertWellFormed(svg);
      assertThat(svg).doesNotContain("href").doesNotContainPattern("url\\((?!#)");
    }

    @Test
    void name_what_is_there() {
      assertThat(SvgDiagram.standalone(SHOP, View.HEXAGON))
          .contains(">PlaceOrder<")
          .contains(">Card&lt;Reader&gt;<")
          .contains(">forbidden · 1<")
          .contains(">without a role: 7 classes<");
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void leave_figures_out_when_asked(View view) {
      Picture bare = SHOP.withoutFigures();
      String every =
          SvgDiagram.standalone(bare, view)
              + MermaidDiagram.of(bare, view)
              + PlantUmlDiagram.of(bare, view);
      assertThat(every).contains("forbidden").doesNotContain("class<").doesNotContain("classes");
      assertThat(every).doesNotContain("· 1").doesNotContain(": 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 25})
    void stand_any_number_of_contexts(int size) {
      List<Node> nodes =
          IntStream.range(0, size).mapToObj(i -> node(Role.DOMAIN, "context" + i, "", 1)).toList();
      Picture picture = Picture.of(new ArchitectureMap(nodes, List.of()), "Many", List.of());
      for (View view : View.values()) {
        assertWellFormed(SvgDiagram.standalone(picture, view));
        assertThat(SvgDiagram.standalone(picture, view)).doesNotContain("NaN");
      }
    }

    private static void assertWellFormed(String svg) {
      assertThatCode(
              () ->
                  DocumentBuilderFactory.newInstance()
                      .newDocumentBuilder()
                      .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))))
          .doesNotThrowAnyException();
    }
  }

  @Nested
  class as_text {

    @Test
    void draw_mermaid() {
      assertThat(MermaidDiagram.of(SHOP, View.CONTEXTS))
          .isEqualTo(
              """
              flowchart LR
                n1{{"ordering<br/>Order<br/>6 classes"}}
                n2{{"payments<br/>Payment<br/>9 classes"}}
                n3[["shared kernel<br/>shared kernel, 2 classes"]]
                n1 -- "forbidden · 1" --> n2
                n2 -. "translated · 5" .-> n1
                linkStyle 0 stroke:#cf2f3c,stroke-width:3px,color:#cf2f3c
              """);
      assertThat(MermaidDiagram.of(SHOP, View.HEXAGON))
          .contains("subgraph application [\"application · 8 classes\"]")
          .contains("in([\"driving ports<br/>PlaceOrder\"])")
          .contains("-- \"4\" --> in");
    }

    @Test
    void draw_plantuml() {
      assertThat(PlantUmlDiagram.of(SHOP, View.HEXAGON))
          .startsWith("@startuml\ntitle Shop\n")
          .contains("interface \"PlaceOrder\" as ")
          .contains("application -[#CF2F3C,bold]-> ")
          .endsWith("@enduml\n");
      assertThat(PlantUmlDiagram.of(SHOP, View.CONTEXTS)).doesNotContain("interface");
    }
  }

  @Nested
  class place_contexts {

    @Test
    void so_that_those_who_know_each_other_are_neighbours() {
      ContextLink link = new ContextLink("a", "c", 1, ContextLink.Kind.EVENTS, false);
      ContextLink other = new ContextLink("b", "d", 1, ContextLink.Kind.EVENTS, false);
      List<String> order = new Ring(List.of("a", "b", "c", "d"), List.of(link, other)).order();
      assertThat(Math.abs(order.indexOf("a") - order.indexOf("c"))).isIn(1, 3);
      assertThat(Math.abs(order.indexOf("b") - order.indexOf("d"))).isIn(1, 3);
    }
  }
}
