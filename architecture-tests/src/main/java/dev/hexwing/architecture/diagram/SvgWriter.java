package dev.hexwing.architecture.diagram;

import java.util.Locale;

/** Writes SVG elements; figures are rounded to a tenth so that the text is stable and short. */
final class SvgWriter {

  private final StringBuilder text = new StringBuilder();
  private int depth;

  /** Opens an element; attributes are pairs of name and value. */
  SvgWriter open(String element, Object... attributes) {
    start(element, attributes);
    text.append(">\n");
    depth++;
    return this;
  }

  SvgWriter close(String element) {
    depth--;
    text.append("  ".repeat(depth)).append("</").append(element).append(">\n");
    return this;
  }

  SvgWriter element(String element, Object... attributes) {
    start(element, attributes);
    text.append("/>\n");
    return this;
  }

  /** An element with text in it. */
  SvgWriter text(String element, String content, Object... attributes) {
    start(element, attributes);
    text.append('>').append(escape(content)).append("</").append(element).append(">\n");
    return this;
  }

  /** What is not escaped, such as a style sheet. */
  SvgWriter raw(String lines) {
    text.append(lines);
    return this;
  }

  private void start(String element, Object... attributes) {
    text.append("  ".repeat(depth)).append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escape(figure(attributes[i + 1]))).append('"');
    }
  }

  private static String figure(Object value) {
    return value instanceof Double number ? round(number) : String.valueOf(value);
  }

  static String round(double number) {
    String rounded = String.format(Locale.ROOT, "%.1f", number);
    String whole = rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
    return whole.equals("-0") ? "0" : whole;
  }

  static String escape(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
