package dev.hexwing.architecture.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The hexagon or the context map as an SVG picture, light or dark as the reader likes it.
 *
 * <p>The picture stands on its own: it loads nothing. The same picture is the same text.
 */
public final class SvgDiagram {

  private static final List<String> TIPS =
      List.of("events", "translated", "direct", "forbidden", "inward");
  private static final double LEGEND = 46;

  private SvgDiagram() {}

  /** A file of its own. */
  public static String standalone(Picture picture, View view) {
    String style =
        "svg{"
            + resource("palette-light.css")
            + "}\n@media (prefers-color-scheme:dark){svg{"
            + resource("palette-dark.css")
            + "}}\n"
            + resource("shapes.css");
    return draw(picture, view, style);
  }

  /** A part of a page that brings {@link #style} and the colours. */
  public static String inline(Picture picture) {
    return draw(picture, View.HEXAGON, "");
  }

  /** The style sheet of the shapes, without the colours. */
  public static String style() {
    return resource("shapes.css");
  }

  /** The colours as custom properties of CSS, light or dark. */
  public static String palette(boolean dark) {
    return resource(dark ? "palette-dark.css" : "palette-light.css").strip();
  }

  private static String draw(Picture picture, View view, String style) {
    HexagonDrawing hexagon = new HexagonDrawing(picture);
    ContextsDrawing contexts = new ContextsDrawing(picture);
    boolean whole = view == View.HEXAGON;
    double halfWidth = Math.max(whole ? hexagon.halfWidth() : contexts.halfWidth() + 30, 270);
    double top = (whole ? hexagon.top() : contexts.halfHeight() + 24) + (style.isEmpty() ? 0 : 40);
    double bottom = (whole ? hexagon.bottom() : contexts.halfHeight() + 24) + LEGEND;
    SvgWriter svg = new SvgWriter();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        box(-halfWidth, -top, 2 * halfWidth, top + bottom),
        "role",
        "img",
        "aria-label",
        "Architecture of " + picture.title());
    if (!style.isEmpty()) {
      svg.raw("<style>\n" + style + "</style>\n");
    }
    svg.text("title", "Architecture of " + picture.title());
    if (!style.isEmpty()) {
      page(svg, halfWidth, top, bottom);
    }
    tips(svg);
    double left = 18 - halfWidth;
    if (!style.isEmpty()) {
      svg.text("text", picture.title(), "class", "hx hx-title", "x", left, "y", 30 - top);
    }
    if (whole) {
      hexagon.draw(svg);
    } else {
      double half = contexts.halfWidth() + 20;
      double tall = contexts.halfHeight() + 16;
      svg.element(
          "rect",
          "class",
          "hx-domain",
          "x",
          -half,
          "y",
          -tall,
          "width",
          2 * half,
          "height",
          2 * tall,
          "rx",
          18);
      contexts.draw(svg);
    }
    legend(svg, left, bottom - 18);
    return svg.close("svg").toString();
  }

  /** A ground of its own keeps the words readable on whatever page the picture lands. */
  private static void page(SvgWriter svg, double halfWidth, double top, double bottom) {
    svg.element(
        "rect",
        "class",
        "hx-page",
        "x",
        -halfWidth,
        "y",
        -top,
        "width",
        2 * halfWidth,
        "height",
        top + bottom,
        "rx",
        12);
  }

  private static String box(double x, double y, double width, double height) {
    return SvgWriter.round(x)
        + " "
        + SvgWriter.round(y)
        + " "
        + SvgWriter.round(width)
        + " "
        + SvgWriter.round(height);
  }

  private static void tips(SvgWriter svg) {
    svg.open("defs");
    for (String kind : TIPS) {
      svg.open(
          "marker",
          "id",
          "hx-tip-" + kind,
          "viewBox",
          "0 0 10 10",
          "refX",
          "8",
          "refY",
          "5",
          "markerUnits",
          "userSpaceOnUse",
          "markerWidth",
          "11",
          "markerHeight",
          "11",
          "orient",
          "auto-start-reverse");
      svg.element("path", "class", "hx-tip-" + kind, "d", "M0 1 L9 5 L0 9 Z");
      svg.close("marker");
    }
    svg.close("defs");
  }

  private static void legend(SvgWriter svg, double left, double y) {
    double x = left;
    x = sample(svg, x, y, "events", "events and ids alone");
    x = sample(svg, x, y, "translated", "through a translator");
    x = sample(svg, x, y, "direct", "more");
    sample(svg, x, y, "forbidden", "a rule objects");
  }

  private static double sample(SvgWriter svg, double x, double y, String kind, String words) {
    String tip = "url(#hx-tip-" + kind + ")";
    String style = "hx-link hx-" + kind;
    svg.element(
        "line", "class", style, "marker-end", tip, "x1", x, "y1", y - 4, "x2", x + 30, "y2", y - 4);
    svg.text("text", words, "class", "hx hx-quiet", "x", x + 38, "y", y);
    return x + 38 + words.length() * 6.6 + 22;
  }

  private static String resource(String name) {
    try (InputStream file = SvgDiagram.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
