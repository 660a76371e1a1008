package dev.cancha.app.load;

/** One part of a page that others write too: what stands between two comments that name it. Pure. */
record Section(String name) {
  /**
   * {@code page} with {@code body} in this section, which comes last where the page has none yet. All else stays to the
   * byte.
   *
   * @param body whole lines
   * @throws LoadError where the page has only one of the two comments
   */
  String replacedIn(String page, String body) {
    String open = "<!-- " + name + " -->";
    String close = "<!-- /" + name + " -->";
    String section = open + "\n" + body + close;
    int from = page.indexOf(open);
    int to = page.indexOf(close);
    if (from < 0 && to < 0) {
      String gap = page.isEmpty() || page.endsWith("\n\n") ? "" : page.endsWith("\n") ? "\n" : "\n\n";
      return page + gap + section + "\n";
    }
    if (from < 0 || to < from) {
      throw new LoadError(
          "The page has " + (from < 0 ? close : open) + " without its counterpart: mend it by hand.");
    }
    return page.substring(0, from) + section + page.substring(to + close.length());
  }
}
