package dev.hexwing.rest.in;

import java.util.List;

/**
 * The web page: one document with its style and script inside, so that a slow line fetches it in
 * one go.
 */
final class PageResource {

  private final StaticReply page;

  PageResource(String shopTitle) {
    String style = Resources.read("page.css");
    String script = Resources.read("page.js");
    String html =
        Resources.read("page.html")
            .replace("{{title}}", escape(shopTitle))
            .replace("{{style}}", style)
            .replace("{{script}}", script);
    this.page =
        new StaticReply("text/html; charset=utf-8", html)
            .with("Content-Security-Policy", policy(style, script));
  }

  List<Route> routes() {
    return List.of(Route.get("/", call -> page.answer(call.headers())));
  }

  /** Nothing runs but this very script, and it talks to nobody but this very shop. */
  private static String policy(String style, String script) {
    return "default-src 'none'; script-src 'sha256-"
        + StaticReply.sha256(script)
        + "'; style-src 'sha256-"
        + StaticReply.sha256(style)
        + "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
        + " frame-ancestors 'none'";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
