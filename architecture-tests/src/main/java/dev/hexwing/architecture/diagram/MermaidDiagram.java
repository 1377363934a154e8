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

  private final Picture picture;

  private MermaidDiagram(Picture picture) {
    this.picture = picture;
  }

  /** A flowchart, without the fence around it. */
  public static String of(Picture picture, View view) {
    MermaidDiagram diagram = new MermaidDiagram(picture);
    if (view == View.CONTEXTS) {
      diagram.text.append("flowchart LR\n");
      diagram.contexts("  ");
    } else {
      diagram.hexagon();
    }
    return diagram.text.append(diagram.styles).toString();
  }

  private void contexts(String indent) {
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
      text.append(arrow.formatted(picture.label(link)));
      text.append(id("context " + link.to())).append('\n');
      count(link.forbidden());
    }
  }

  private void hexagon() {
    text.append("flowchart LR\n");
    room("  ", "application", picture.applicationClasses());
    ports("in", "driving ports", picture.drivingPorts());
    room("    ", "domain", picture.domainClasses());
    contexts("      ");
    text.append("    end\n");
    ports("out", "driven ports", picture.drivenPorts());
    text.append("  end\n");
    for (AdapterShape adapter : picture.adapters()) {
      adapter(adapter);
    }
    if (!picture.assemblies().isEmpty()) {
      String names = String.join(", ", picture.assemblies());
      text.append("  root[\"composition root").append(line(quoted(names))).append("\"]\n");
    }
    if (picture.unassigned() > 0) {
      String words = picture.counted("without a role", "<br/>", picture.unassigned());
      text.append("  unassigned[\"").append(words).append("\"]\n");
      styles.append("  style unassigned stroke:#cf2f3c\n");
    }
  }

  private void room(String indent, String name, int classes) {
    text.append(indent).append("subgraph ").append(name).append(" [\"");
    text.append(picture.counted(name, " · ", classes)).append("\"]\n");
  }

  private void ports(String id, String title, List<String> names) {
    if (!names.isEmpty()) {
      String list = quoted(String.join("<br/>", names));
      text.append("    ").append(id).append("([\"").append(title).append(line(list));
      text.append("\"])\n");
    }
  }

  private void adapter(AdapterShape adapter) {
    boolean driving = adapter.side() == AdapterShape.Side.DRIVING;
    boolean hasPorts = !(driving ? picture.drivingPorts() : picture.drivenPorts()).isEmpty();
    String inside = hasPorts ? (driving ? "in" : "out") : "application";
    String name = id("adapter " + adapter.side() + adapter.name());
    String side = picture.counted(driving ? "driving" : "driven", ", ", adapter.classes());
    text.append("  ").append(name).append("[\"").append(quoted(adapter.name()));
    text.append(line(side)).append("\"]\n");
    if (adapter.inward() > 0) {
      arrow(name, adapter.inward(), inside);
      count(adapter.forbidden() && adapter.outward() == 0);
    }
    if (adapter.outward() > 0) {
      arrow("application", adapter.outward(), name);
      count(true);
    }
  }

  private void arrow(String from, int pairs, String to) {
    String label = picture.figures() ? " -- \"" + pairs + "\" --> " : " --> ";
    text.append("  ").append(from).append(label).append(to).append('\n');
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

  private String size(ContextShape context) {
    return picture.counted(context.sharedKernel() ? "shared kernel" : "", ", ", context.classes());
  }

  private static String line(String words) {
    return words.isEmpty() ? "" : "<br/>" + words;
  }

  private static String quoted(String name) {
    return name.replace("\"", "#quot;");
  }
}
