package dev.hexwing.architecture.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same pictures as PlantUML component diagrams. */
public final class PlantUmlDiagram {

  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> ids = new HashMap<>();

  private final Picture picture;

  private PlantUmlDiagram(Picture picture) {
    this.picture = picture;
  }

  /** A diagram, from {@code @startuml} to {@code @enduml}. */
  public static String of(Picture picture, View view) {
    PlantUmlDiagram diagram = new PlantUmlDiagram(picture);
    diagram.line("@startuml");
    diagram.line("title " + picture.title());
    diagram.line("left to right direction");
    diagram.line("skinparam shadowing false");
    if (view == View.CONTEXTS) {
      diagram.contexts("");
    } else {
      diagram.hexagon();
    }
    diagram.line("@enduml");
    return diagram.text.toString();
  }

  private void contexts(String indent) {
    for (ContextShape context : picture.contexts()) {
      String aggregates = String.join(", ", context.aggregates());
      String kernel = context.sharedKernel() ? "shared kernel" : "";
      String size = picture.counted(kernel, ", ", context.classes());
      String lines =
          context.name()
              + (aggregates.isEmpty() ? "" : "\\n" + aggregates)
              + (size.isEmpty() ? "" : "\\n" + size);
      String shape = context.sharedKernel() ? "rectangle" : "hexagon";
      String colour = context.sharedKernel() ? "" : " #FFFFFF";
      line(indent + shape + " \"" + lines + "\" as " + id("context " + context.name()) + colour);
    }
    for (ContextLink link : picture.links()) {
      String arrow =
          link.forbidden()
              ? " -[#CF2F3C,bold]-> "
              : link.kind() == ContextLink.Kind.TRANSLATED ? " ..> " : " --> ";
      String from = id("context " + link.from());
      line(indent + from + arrow + id("context " + link.to()) + " : " + picture.label(link));
    }
  }

  private void hexagon() {
    String application = picture.counted("application", " · ", picture.applicationClasses());
    line("rectangle \"" + application + "\" as application #EAF1FD {");
    ports(picture.drivingPorts(), "in");
    ports(picture.drivenPorts(), "out");
    String domain = picture.counted("domain", " · ", picture.domainClasses());
    line("  rectangle \"" + domain + "\" as domain #FDF4DE {");
    contexts("    ");
    line("  }");
    line("}");
    picture.adapters().forEach(this::adapter);
    if (!picture.assemblies().isEmpty()) {
      String names = String.join(", ", picture.assemblies());
      line("rectangle \"composition root\\n" + names + "\" as root #line.dashed");
    }
    if (picture.unassigned() > 0) {
      String words = picture.counted("without a role", "\\n", picture.unassigned());
      line("rectangle \"" + words + "\" as unassigned #line:CF2F3C");
    }
  }

  private void ports(List<String> names, String side) {
    for (String name : names) {
      line("  interface \"" + name + "\" as " + id(side + " " + name));
    }
  }

  private void adapter(AdapterShape adapter) {
    String side = adapter.side() == AdapterShape.Side.DRIVING ? "driving" : "driven";
    String lines = adapter.name() + "\\n" + picture.counted(side, ", ", adapter.classes());
    String name = id("adapter " + adapter.side() + adapter.name());
    line("component \"" + lines + "\" as " + name);
    if (adapter.inward() > 0) {
      boolean forbidden = adapter.forbidden() && adapter.outward() == 0;
      String arrow = forbidden ? " -[#CF2F3C,bold]-> " : " --> ";
      line(name + arrow + "application" + figure(adapter.inward()));
    }
    if (adapter.outward() > 0) {
      line("application -[#CF2F3C,bold]-> " + name + figure(adapter.outward()));
    }
  }

  private String figure(int pairs) {
    return picture.figures() ? " : " + pairs : "";
  }

  private String id(String of) {
    return ids.computeIfAbsent(of, key -> "n" + (ids.size() + 1));
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
