package dev.hexwing.architecture.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same pictures as PlantUML component diagrams. */
public final class PlantUmlDiagram {

  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> ids = new HashMap<>();

  private PlantUmlDiagram() {}

  /** A diagram, from {@code @startuml} to {@code @enduml}. */
  public static String of(Picture picture, View view) {
    PlantUmlDiagram diagram = new PlantUmlDiagram();
    diagram.line("@startuml");
    diagram.line("title " + picture.title());
    diagram.line("left to right direction");
    diagram.line("skinparam shadowing false");
    if (view == View.CONTEXTS) {
      diagram.contexts(picture, "");
    } else {
      diagram.hexagon(picture);
    }
    diagram.line("@enduml");
    return diagram.text.toString();
  }

  private void contexts(Picture picture, String indent) {
    for (ContextShape context : picture.contexts()) {
      String aggregates = String.join(", ", context.aggregates());
      String kernel = context.sharedKernel() ? "shared kernel, " : "";
      String lines =
          context.name()
              + (aggregates.isEmpty() ? "" : "\\n" + aggregates)
              + "\\n"
              + kernel
              + ContextsDrawing.classes(context.classes());
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
      line(indent + from + arrow + id("context " + link.to()) + " : " + link.label());
    }
  }

  private void hexagon(Picture picture) {
    String application = ContextsDrawing.classes(picture.applicationClasses());
    line("rectangle \"application · " + application + "\" as application #EAF1FD {");
    ports(picture.drivingPorts(), "in");
    ports(picture.drivenPorts(), "out");
    String domain = ContextsDrawing.classes(picture.domainClasses());
    line("  rectangle \"domain · " + domain + "\" as domain #FDF4DE {");
    contexts(picture, "    ");
    line("  }");
    line("}");
    picture.adapters().forEach(this::adapter);
    if (!picture.assemblies().isEmpty()) {
      String names = String.join(", ", picture.assemblies());
      line("rectangle \"composition root\\n" + names + "\" as root #line.dashed");
    }
    if (picture.unassigned() > 0) {
      String classes = ContextsDrawing.classes(picture.unassigned());
      line("rectangle \"without a role\\n" + classes + "\" as unassigned #line:CF2F3C");
    }
  }

  private void ports(List<String> names, String side) {
    for (String name : names) {
      line("  interface \"" + name + "\" as " + id(side + " " + name));
    }
  }

  private void adapter(AdapterShape adapter) {
    String side = adapter.side() == AdapterShape.Side.DRIVING ? "driving, " : "driven, ";
    String lines = adapter.name() + "\\n" + side + ContextsDrawing.classes(adapter.classes());
    String name = id("adapter " + adapter.side() + adapter.name());
    line("component \"" + lines + "\" as " + name);
    if (adapter.inward() > 0) {
      boolean forbidden = adapter.forbidden() && adapter.outward() == 0;
      String arrow = forbidden ? " -[#CF2F3C,bold]-> " : " --> ";
      line(name + arrow + "application : " + adapter.inward());
    }
    if (adapter.outward() > 0) {
      line("application -[#CF2F3C,bold]-> " + name + " : " + adapter.outward());
    }
  }

  private String id(String of) {
    return ids.computeIfAbsent(of, key -> "n" + (ids.size() + 1));
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
