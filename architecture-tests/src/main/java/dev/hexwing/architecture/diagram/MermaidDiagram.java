package dev.hexwing.architecture.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same pictures as Mermaid flowcharts, which code hosts draw within Markdown. */
public final class MermaidDiagram {

  private static final String FORBIDDEN = "stroke:#cf2f3c,stroke-width:3px,color:#cf2f3c";

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder styles = new StringBuilder();
  private final Map<String, String> ids = new HashMap<>();
  private int links;

  private MermaidDiagram() {}

  /** A flowchart, without the fence around it. */
  public static String of(Picture picture, View view) {
    MermaidDiagram diagram = new MermaidDiagram();
    if (view == View.CONTEXTS) {
      diagram.text.append("flowchart LR\n");
      diagram.contexts(picture, "  ");
    } else {
      diagram.hexagon(picture);
    }
    return diagram.text.append(diagram.styles).toString();
  }

  private void contexts(Picture picture, String indent) {
    for (ContextShape context : picture.contexts()) {
      String lines = quoted(context.name()) + line(aggregates(context)) + line(size(context));
      String shape = context.sharedKernel() ? "[[\"%s\"]]" : "{{\"%s\"}}";
      text.append(indent).append(id("context " + context.name()));
      text.append(shape.formatted(lines)).append('\n');
    }
    for (ContextLink link : picture.links()) {
      String arrow =
          link.kind() == ContextLink.Kind.TRANSLATED ? " -. \"%s\" .-> " : " -- \"%s\" --> ";
      text.append(indent).append(id("context " + link.from()));
      text.append(arrow.formatted(link.label()));
      text.append(id("context " + link.to())).append('\n');
      count(link.forbidden());
    }
  }

  private void hexagon(Picture picture) {
    text.append("flowchart LR\n");
    text.append("  subgraph application [\"application · ");
    text.append(ContextsDrawing.classes(picture.applicationClasses())).append("\"]\n");
    ports("in", "driving ports", picture.drivingPorts());
    text.append("    subgraph domain [\"domain · ");
    text.append(ContextsDrawing.classes(picture.domainClasses())).append("\"]\n");
    contexts(picture, "      ");
    text.append("    end\n");
    ports("out", "driven ports", picture.drivenPorts());
    text.append("  end\n");
    for (AdapterShape adapter : picture.adapters()) {
      adapter(adapter, picture);
    }
    if (!picture.assemblies().isEmpty()) {
      String names = String.join(", ", picture.assemblies());
      text.append("  root[\"composition root").append(line(quoted(names))).append("\"]\n");
    }
    if (picture.unassigned() > 0) {
      text.append("  unassigned[\"without a role").append(line(classes(picture.unassigned())));
      text.append("\"]\n");
      styles.append("  style unassigned stroke:#cf2f3c\n");
    }
  }

  private void ports(String id, String title, List<String> names) {
    if (!names.isEmpty()) {
      text.append("    ")
          .append(id)
          .append("[\"")
          .append(title)
          .append(' ')
          .append('·')
          .append(' ');
      text.append(names.size()).append("\"]\n");
    }
  }

  private void adapter(AdapterShape adapter, Picture picture) {
    boolean driving = adapter.side() == AdapterShape.Side.DRIVING;
    boolean hasPorts = !(driving ? picture.drivingPorts() : picture.drivenPorts()).isEmpty();
    String inside = hasPorts ? (driving ? "in" : "out") : "application";
    String name = id("adapter " + adapter.side() + adapter.name());
    String side = driving ? "driving, " : "driven, ";
    text.append("  ").append(name).append("[\"").append(quoted(adapter.name()));
    text.append(line(side + classes(adapter.classes()))).append("\"]\n");
    if (adapter.inward() > 0) {
      text.append("  ").append(name).append(" -- \"").append(adapter.inward()).append("\" --> ");
      text.append(inside).append('\n');
      count(adapter.forbidden() && adapter.outward() == 0);
    }
    if (adapter.outward() > 0) {
      text.append("  ").append(inside).append(" -- \"").append(adapter.outward());
      text.append("\" --> ").append(name).append('\n');
      count(true);
    }
  }

  private void count(boolean forbidden) {
    if (forbidden) {
      styles.append("  linkStyle ").append(links).append(' ').append(FORBIDDEN).append('\n');
    }
    links++;
  }

  /** Names may hold what Mermaid takes for syntax, so nodes are numbered. */
  private String id(String of) {
    return ids.computeIfAbsent(of, key -> "n" + (ids.size() + 1));
  }

  private static String aggregates(ContextShape context) {
    return quoted(String.join(", ", context.aggregates()));
  }

  private static String size(ContextShape context) {
    return (context.sharedKernel() ? "shared kernel, " : "") + classes(context.classes());
  }

  private static String classes(int count) {
    return ContextsDrawing.classes(count);
  }

  private static String line(String words) {
    return words.isEmpty() ? "" : "<br/>" + words;
  }

  private static String quoted(String name) {
    return name.replace("\"", "#quot;");
  }
}
