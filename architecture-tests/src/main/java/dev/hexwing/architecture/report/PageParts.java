package dev.hexwing.architecture.report;

import dev.hexwing.architecture.diagram.SvgDiagram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style, the script and the policy of the page. */
final class PageParts {

  private static final String LIGHT =
      "--rule:#dfe4ec;--soft:#f1f4f8;--bad:#fde8ea;--bad-ink:#a81d2a;--good:#e1f5ea;"
          + "--good-ink:#17663f;--warn:#fdf0d5;--warn-ink:#825300;--warning:#a96c00;";
  private static final String DARK =
      "--rule:#2b3444;--soft:#202938;--bad:#43191e;--bad-ink:#ff9ba2;--good:#12382a;"
          + "--good-ink:#7fdcae;--warn:#3f2f0c;--warn-ink:#f3c674;--warning:#f0b95c;";

  private PageParts() {}

  static String style() {
    String light = SvgDiagram.palette(false) + LIGHT;
    String dark = SvgDiagram.palette(true) + DARK;
    return ":root{"
        + light
        + "}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){"
        + dark
        + "}}\n:root[data-theme=dark]{"
        + dark
        + "color-scheme:dark}\n:root[data-theme=light]{color-scheme:light}\n"
        + resource("page.css")
        + SvgDiagram.style();
  }

  static String script() {
    return resource("page.js");
  }

  /** Lets the browser run this style and this script, and load nothing at all. */
  static String policy(String style, String script) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-"
        + digest(style)
        + "'; script-src 'sha256-"
        + digest(script)
        + "'";
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream file = PageParts.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
