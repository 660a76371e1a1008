package dev.cancha.app.league;

/** What all pages of a league have around them. */
final class Page {
  static final String STYLE = "style.css";

  private Page() {}

  /** The whole document. Nothing in it is run, and nothing is fetched but what stands in the folder. */
  static String of(String title, Markup content) {
    return new Markup().open("html", "lang", "en")
        .open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .empty("meta", "http-equiv", "Content-Security-Policy", "content",
            "default-src 'none'; style-src 'self'; img-src 'self'")
        .element("title", title)
        .empty("link", "rel", "stylesheet", "href", STYLE)
        .close("head")
        .open("body")
        .open("main")
        .add(content)
        .close("main")
        .close("body")
        .close("html")
        .whole();
  }
}
