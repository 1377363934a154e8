package dev.hexwing.architecture.report;

/** Collects HTML; whatever comes from class files goes through {@link #text}. */
final class Markup {

  private final StringBuilder page = new StringBuilder();

  Markup raw(String html) {
    page.append(html);
    return this;
  }

  /** Escapes for content and for attributes in double quotes. */
  Markup text(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        default -> page.append(c);
      }
    }
    return this;
  }

  Markup element(String name, String words) {
    return raw("<" + name + ">").text(words).raw("</" + name + ">");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
