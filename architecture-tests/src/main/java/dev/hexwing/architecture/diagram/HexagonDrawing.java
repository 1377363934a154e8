package dev.hexwing.architecture.diagram;

import java.util.List;

/** Draws the hexagon around the contexts: domain, application with its ports, and adapters. */
final class HexagonDrawing {

  private static final double SLOPE = 0.42;
  private static final double BAND = 46;
  private static final double RING = 168;
  private static final double PIN_STEP = 23;
  private static final double BOX_WIDTH = 152;
  private static final double BOX_HEIGHT = 58;
  private static final double BOX_STEP = 92;
  private static final double ARROW = 58;
  private static final int MOST_LETTERS = 20;

  private final Picture picture;
  private final ContextsDrawing contexts;
  private final HexagonShape domain;
  private final HexagonShape application;

  HexagonDrawing(Picture picture) {
    this.picture = picture;
    this.contexts = new ContextsDrawing(picture);
    double halfHeight = contexts.halfHeight() + 44;
    double halfWidth = contexts.halfWidthWithin(SLOPE) + 22;
    this.domain = new HexagonShape(0, 0, halfWidth, halfHeight, SLOPE);
    double most = Math.max(boxes(AdapterShape.Side.DRIVING), boxes(AdapterShape.Side.DRIVEN));
    double outer = Math.max(halfHeight + BAND, most * BOX_STEP / 2);
    this.application = new HexagonShape(0, 0, halfWidth + RING, outer, SLOPE);
  }

  private int boxes(AdapterShape.Side side) {
    return picture.adapters(side).size();
  }

  double halfWidth() {
    return application.halfWidth() + ARROW + BOX_WIDTH + 12;
  }

  double top() {
    return application.halfHeight() + 14;
  }

  double bottom() {
    return application.halfHeight() + (hasBelow() ? 84 : 14);
  }

  private boolean hasBelow() {
    return !picture.assemblies().isEmpty() || picture.unassigned() > 0;
  }

  void draw(SvgWriter svg) {
    svg.element("polygon", "class", "hx-application", "points", application.points());
    svg.element("polygon", "class", "hx-domain", "points", domain.points());
    room(svg, "application", picture.applicationClasses(), 27 - application.halfHeight());
    room(svg, "domain", picture.domainClasses(), 27 - domain.halfHeight());
    contexts.draw(svg);
    pins(svg, picture.drivingPorts(), -1);
    pins(svg, picture.drivenPorts(), 1);
    column(svg, picture.adapters(AdapterShape.Side.DRIVING), -1, "driving");
    column(svg, picture.adapters(AdapterShape.Side.DRIVEN), 1, "driven");
    outward(svg);
    below(svg);
  }

  private void outward(SvgWriter svg) {
    if (picture.outward() == 0) {
      return;
    }
    double from = domain.halfHeight() + 1;
    double to = application.halfHeight() - 5;
    svg.open("g").text("title", "the domain knows the application");
    String tip = "url(#hx-tip-forbidden)";
    String style = "hx-link hx-forbidden";
    svg.element("line", "class", style, "marker-end", tip, "x1", 0, "y1", from, "x2", 0, "y2", to);
    style = "hx hx-count hx-label-forbidden";
    figure(svg, picture.outward(), style, 24, (from + to) / 2 + 4);
    svg.close("g");
  }

  private void room(SvgWriter svg, String name, int classes, double y) {
    String words = picture.counted(name, " · ", classes);
    String style = "hx hx-room hx-room-" + name;
    svg.text("text", words, "class", style, "x", 0, "y", y, "text-anchor", "middle");
  }

  private void pins(SvgWriter svg, List<String> ports, int side) {
    double reach = application.halfHeight() - 22;
    int most = (int) (2 * reach / PIN_STEP) + 1;
    int shown = ports.size() <= most ? ports.size() : most - 1;
    int lines = ports.size() <= most ? shown : most;
    for (int i = 0; i < lines; i++) {
      double y = (i - (lines - 1) / 2.0) * PIN_STEP;
      double x = side * application.reachAt(y);
      String style = "hx hx-port" + (side > 0 ? " hx-end" : "");
      if (i < shown) {
        String name = ports.get(i);
        svg.open("g").text("title", name);
        svg.element("circle", "class", "hx-pin", "cx", x, "cy", y, "r", 5);
        String words = ContextsDrawing.cut(name, MOST_LETTERS);
        svg.text("text", words, "class", style, "x", x - side * 13, "y", y + 4);
        svg.close("g");
      } else {
        String more = "and " + (ports.size() - shown) + " more";
        svg.text("text", more, "class", style, "x", x - side * 13, "y", y + 4);
      }
    }
  }

  private void column(SvgWriter svg, List<AdapterShape> adapters, int side, String title) {
    double near = application.halfWidth() + ARROW;
    for (int i = 0; i < adapters.size(); i++) {
      double y = (i - (adapters.size() - 1) / 2.0) * BOX_STEP;
      adapter(svg, adapters.get(i), side, near, y, title);
    }
  }

  private void adapter(
      SvgWriter svg, AdapterShape adapter, int side, double near, double y, String title) {
    double left = side < 0 ? -near - BOX_WIDTH : near;
    double middle = left + BOX_WIDTH / 2;
    svg.open("g", "class", "hx-part", "data-adapter", adapter.name());
    svg.text("title", adapter.name() + ": " + title + " adapter");
    svg.element(
        "rect",
        "class",
        "hx-adapter",
        "x",
        left,
        "y",
        y - BOX_HEIGHT / 2,
        "width",
        BOX_WIDTH,
        "height",
        BOX_HEIGHT,
        "rx",
        9);
    String name = ContextsDrawing.cut(adapter.name(), MOST_LETTERS - 2);
    svg.text("text", name, "class", "hx hx-name", "x", middle, "y", y - 3);
    String words = picture.counted(title, ", ", adapter.classes());
    svg.text("text", words, "class", "hx hx-small", "x", middle, "y", y + 16);
    arrows(svg, adapter, side, near, y);
    svg.close("g");
  }

  private void arrows(SvgWriter svg, AdapterShape adapter, int side, double near, double y) {
    double edge = application.reachAt(y) + 11;
    String kind = adapter.forbidden() && adapter.outward() == 0 ? "forbidden" : "inward";
    double shift = adapter.outward() > 0 ? -8 : 0;
    if (adapter.inward() > 0) {
      arrow(svg, kind, side * near, side * edge, y + shift);
      double x = side * (near + edge) / 2;
      figure(svg, adapter.inward(), "hx hx-count", x, y + shift - 7);
    }
    if (adapter.outward() > 0) {
      arrow(svg, "forbidden", side * (edge - 8), side * (near - 6), y + 8);
      double x = side * (near + edge) / 2;
      figure(svg, adapter.outward(), "hx hx-count hx-label-forbidden", x, y + 24);
    }
  }

  private void figure(SvgWriter svg, int pairs, String style, double x, double y) {
    if (picture.figures()) {
      svg.text("text", String.valueOf(pairs), "class", style, "x", x, "y", y);
    }
  }

  private static void arrow(SvgWriter svg, String kind, double from, double to, double y) {
    String tip = "url(#hx-tip-" + kind + ")";
    String style = "hx-link hx-" + kind;
    svg.element("line", "class", style, "marker-end", tip, "x1", from, "y1", y, "x2", to, "y2", y);
  }

  private void below(SvgWriter svg) {
    double y = application.halfHeight() + 26;
    boolean both = !picture.assemblies().isEmpty() && picture.unassigned() > 0;
    if (!picture.assemblies().isEmpty()) {
      String names = ContextsDrawing.cut(String.join(", ", picture.assemblies()), 44);
      box(svg, "hx-root", both ? -180 : 0, y, "composition root", names);
    }
    if (picture.unassigned() > 0) {
      String words = picture.counted("without a role", ": ", picture.unassigned());
      box(svg, "hx-warn", both ? 180 : 0, y, "unassigned", words);
    }
  }

  private static void box(
      SvgWriter svg, String style, double x, double y, String name, String words) {
    svg.element("rect", "class", style, "x", x - 165, "y", y, "width", 330, "height", 50, "rx", 9);
    svg.text("text", name, "class", "hx hx-name", "x", x, "y", y + 21);
    svg.text("text", words, "class", "hx hx-small", "x", x, "y", y + 39);
  }
}
