package dev.hexwing.architecture.diagram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the contexts on a ring around the origin, and what they know of each other. */
final class ContextsDrawing {

  private static final double HALF_WIDTH = 82;
  private static final double HALF_HEIGHT = 38;
  private static final double SLOPE = 0.5;
  private static final double KERNEL_HEIGHT = 44;
  private static final double KERNEL_GAP = 20;
  private static final double LETTER = 6.6;
  private static final int MOST_LETTERS = 19;

  private final Picture picture;
  private final Map<String, HexagonShape> places = new HashMap<>();
  private final List<String> order;
  private double halfWidth;
  private double halfHeight;
  private double shift;

  ContextsDrawing(Picture picture) {
    this.picture = picture;
    List<String> names = picture.bounded().stream().map(ContextShape::name).toList();
    this.order = new Ring(names, picture.links()).order();
    place();
  }

  private void place() {
    int size = order.size();
    double radiusX = size <= 1 ? 0 : size == 2 ? 150 : Math.max(190, size * 48);
    double radiusY = size <= 2 ? 0 : Math.max(140, size * 34);
    for (int i = 0; i < size; i++) {
      double angle = 2 * Math.PI * i / size - (size == 2 ? Math.PI : Math.PI / 2);
      double x = radiusX * Math.cos(angle);
      double y = radiusY * Math.sin(angle);
      places.put(order.get(i), new HexagonShape(x, y, HALF_WIDTH, HALF_HEIGHT, SLOPE));
      halfWidth = Math.max(halfWidth, Math.abs(x) + HALF_WIDTH);
      halfHeight = Math.max(halfHeight, Math.abs(y) + HALF_HEIGHT);
    }
    halfWidth = Math.max(halfWidth, 150);
    halfHeight = Math.max(halfHeight, 30);
    shift = picture.kernels().isEmpty() ? 0 : -(KERNEL_HEIGHT + KERNEL_GAP) / 2;
    places.replaceAll((name, place) -> place.movedDown(shift));
  }

  double halfWidth() {
    return halfWidth;
  }

  /** How wide a hexagon must be in its middle to hold all contexts and the shared kernel. */
  double halfWidthWithin(double slope) {
    double needed = 150;
    for (HexagonShape place : places.values()) {
      double x = Math.abs(place.x());
      double y = Math.abs(place.y());
      double corner = x + HALF_WIDTH + slope * y;
      double shoulder = x + HALF_WIDTH - SLOPE * HALF_HEIGHT + slope * (y + HALF_HEIGHT);
      needed = Math.max(needed, Math.max(corner, shoulder));
    }
    double kernel = picture.kernels().isEmpty() ? 0 : kernelHalf() + slope * halfHeight();
    return Math.max(needed, kernel);
  }

  private double kernelHalf() {
    return Math.min(halfWidth * 0.62, 170);
  }

  /** How far it reaches up and down from the origin, the shared kernel included. */
  double halfHeight() {
    return halfHeight - shift;
  }

  void draw(SvgWriter svg) {
    Set<String> pairs = new HashSet<>();
    picture.links().forEach(link -> pairs.add(link.from() + " " + link.to()));
    for (ContextLink link : picture.links()) {
      if (places.containsKey(link.from()) && places.containsKey(link.to())) {
        drawLink(svg, link, pairs.contains(link.to() + " " + link.from()));
      }
    }
    picture.bounded().forEach(context -> drawContext(svg, context));
    drawKernel(svg);
  }

  private void drawContext(SvgWriter svg, ContextShape context) {
    HexagonShape place = place(context.name());
    svg.open("g", "class", "hx-part", "data-context", context.name());
    svg.text("title", context.name() + ": " + String.join(", ", context.aggregates()));
    svg.element("polygon", "class", "hx-context", "points", place.points());
    boolean named = !context.aggregates().isEmpty();
    double x = place.x();
    double y = place.y();
    svg.text("text", cut(context.name()), "class", "hx hx-name", "x", x, "y", y + nameAt(named));
    if (named) {
      String aggregates = cut(String.join(", ", context.aggregates()));
      svg.text("text", aggregates, "class", "hx hx-small", "x", x, "y", y + nameAt(true) + 18);
    }
    if (picture.figures()) {
      double below = y + (named ? 26 : 18);
      String classes = picture.counted("", "", context.classes());
      svg.text("text", classes, "class", "hx hx-small", "x", x, "y", below);
    }
    svg.close("g");
  }

  /** The name stands in the middle of the lines that there are. */
  private double nameAt(boolean named) {
    int lines = 1 + (named ? 1 : 0) + (picture.figures() ? 1 : 0);
    return lines == 3 ? -9 : lines == 2 ? -2 : 5;
  }

  private void drawLink(SvgWriter svg, ContextLink link, boolean returned) {
    HexagonShape from = place(link.from());
    HexagonShape to = place(link.to());
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = Math.max(1, Math.hypot(dx, dy));
    double bend = returned ? 44 : 18;
    double controlX = (from.x() + to.x()) / 2 - dy / length * bend;
    double controlY = (from.y() + to.y()) / 2 + dx / length * bend;
    double[] start = from.edgeToward(controlX, controlY);
    double[] end = gap(to.edgeToward(controlX, controlY), controlX, controlY);
    String kind = link.forbidden() ? "forbidden" : link.kind().text();
    svg.open("g", "class", "hx-part", "data-from", link.from(), "data-to", link.to());
    svg.text("title", link.from() + " → " + link.to() + ": " + picture.label(link));
    svg.element(
        "path",
        "class",
        "hx-link hx-" + kind,
        "marker-end",
        "url(#hx-tip-" + kind + ")",
        "d",
        "M" + point(start) + " Q" + point(new double[] {controlX, controlY}) + " " + point(end));
    double at = isNeighbour(link) ? 0.5 : 0.36;
    double x = onCurve(start[0], controlX, end[0], at);
    double y = onCurve(start[1], controlY, end[1], at);
    label(svg, link, x, y);
    svg.close("g");
  }

  private void label(SvgWriter svg, ContextLink link, double x, double y) {
    String style = "hx hx-label" + (link.forbidden() ? " hx-label-forbidden" : "");
    double width = picture.label(link).length() * LETTER + 8;
    svg.element(
        "rect",
        "class",
        "hx-plate",
        "x",
        x - width / 2,
        "y",
        y - 10,
        "width",
        width,
        "height",
        20,
        "rx",
        6);
    svg.text("text", picture.label(link), "class", style, "x", x, "y", y + 4);
  }

  private void drawKernel(SvgWriter svg) {
    double y = halfHeight + shift + KERNEL_GAP;
    for (ContextShape kernel : picture.kernels()) {
      double half = kernelHalf();
      svg.open("g", "class", "hx-part", "data-context", kernel.name());
      svg.element(
          "rect",
          "class",
          "hx-kernel",
          "x",
          -half,
          "y",
          y,
          "width",
          2 * half,
          "height",
          KERNEL_HEIGHT,
          "rx",
          10);
      svg.text("text", kernel.name(), "class", "hx hx-name", "x", 0, "y", y + 19);
      String words = picture.counted("shared kernel", ", ", kernel.classes());
      svg.text("text", words, "class", "hx hx-small", "x", 0, "y", y + 35);
      svg.close("g");
      break;
    }
  }

  private boolean isNeighbour(ContextLink link) {
    int apart = Math.abs(order.indexOf(link.from()) - order.indexOf(link.to()));
    return apart == 1 || apart == order.size() - 1;
  }

  private HexagonShape place(String context) {
    HexagonShape place = places.get(context);
    if (place == null) {
      throw new IllegalArgumentException("no place for " + context);
    }
    return place;
  }

  /** Leaves room for the tip of an arrow. */
  private static double[] gap(double[] end, double fromX, double fromY) {
    double dx = fromX - end[0];
    double dy = fromY - end[1];
    double length = Math.max(1, Math.hypot(dx, dy));
    return new double[] {end[0] + dx / length * 4, end[1] + dy / length * 4};
  }

  private static double onCurve(double start, double control, double end, double at) {
    double rest = 1 - at;
    return rest * rest * start + 2 * rest * at * control + at * at * end;
  }

  private static String point(double[] point) {
    return SvgWriter.round(point[0]) + " " + SvgWriter.round(point[1]);
  }

  private static String cut(String words) {
    return cut(words, MOST_LETTERS);
  }

  static String cut(String words, int most) {
    return words.length() <= most ? words : words.substring(0, most - 1) + "…";
  }
}
