package dev.cancha.app.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.app.league.LeagueFile.Sequential;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.Json;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LeaguePagesTest {
  private static final Sequential SPRT = new Sequential(0, 50, 0.05, 0.05, "H1");
  private static final List<String> NAMES = List.of("mcts", "<script>alert(1)</script>", "random",
      "a & b \" onload='x'", "my_bot.py");

  @TempDir
  private Path folder;

  @Test
  void whatBotsAreCalledIsTextAndNothingElse() throws Exception {
    for (Document page : written(new SampleLeague(NAMES, 20, null))) {
      List<Element> elements = elements(page, "*");
      assertThat(elements).extracting(Element::getTagName).doesNotContain("script", "style", "iframe", "img");
      for (Element element : elements) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
          assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on")
              .isNotEqualTo("style");
        }
      }
    }
    assertThat(texts(page("index.html"), "th")).contains("<script>alert(1)</script>", "a & b \" onload='x'");
  }

  @Test
  void everyLinkLeadsToAFileOfTheFolder() throws Exception {
    Path replays = Files.createDirectories(folder.resolve("league/replays"));
    Files.writeString(replays.resolve("17.jsonl"), "the replay of 17");
    Files.writeString(replays.resolve("9000.jsonl"), "of another league");
    Path pages = folder.resolve("pages");
    LeaguePages.write(new SampleLeague(NAMES, 60, null).json(), pages, replays);
    List<String> links = new ArrayList<>();
    for (Document page : documents(pages)) {
      for (String element : List.of("a", "link")) {
        elements(page, element).forEach(link -> links.add(link.getAttribute("href")));
      }
    }
    assertThat(links)
        .contains("matches-1.html", "matches-3.html", "replays/17.jsonl", "style.css", "index.html")
        .doesNotContain("replays/18.jsonl")
        .allSatisfy(link -> assertThat(pages.resolve(link)).isRegularFile());
    assertThat(pages.resolve("replays/17.jsonl")).hasContent("the replay of 17");
    assertThat(pages.resolve("replays/9000.jsonl")).doesNotExist();
  }

  @Test
  void theTableStandsAsTheLeagueHasIt() throws Exception {
    SampleLeague league = new SampleLeague(NAMES, 20, null);
    written(league);
    List<String> names = league.file().table().stream().map(LeagueFile.Row::name).toList();
    Document index = page("index.html");
    assertThat(texts(index, "th").stream().filter(NAMES::contains).toList()).isEqualTo(names);
    assertThat(texts(index, "td")).contains(Figures.elo(league.file().table().getFirst().elo()), "timeout");
    assertThat(texts(page("matches-1.html"), "td")).contains("random 1., my_bot.py 2.");
    assertThat(texts(index, "p")).anyMatch(text -> text.contains("begun 2026-11-27 01:00 UTC"));
  }

  @Test
  void allIsDrawn() throws Exception {
    written(new SampleLeague(List.of("new", "old"), 50, SPRT));
    Document index = page("index.html");
    assertThat(elements(index, "svg")).extracting(svg -> svg.getAttribute("aria-label"))
        .containsExactly("Elo of each bot with its 95 % interval", "The course of the sequential test",
            "What each seat had of the points, with its 95 % interval",
            "How many matches took how many acts");
    assertThat(elements(index, "circle")).hasSize(2 + 3);
    assertThat(elements(index, "polyline").getFirst().getAttribute("points").split(" ")).hasSize(1 + 50 + 1);
    assertThat(texts(index, "p")).anyMatch(text -> text.startsWith("new is stronger"));
    for (Element line : elements(index, "line")) {
      assertThat(Double.parseDouble(line.getAttribute("x1"))).isBetween(0.0, Drawing.WIDTH);
      assertThat(Double.parseDouble(line.getAttribute("y1"))).isBetween(0.0, 400.0);
    }
  }

  @Test
  void ofALeagueThatWasStoppedAtOnceThereArePagesToo() throws Exception {
    written(new SampleLeague(List.of("new", "old", "third"), 0, SPRT));
    Document index = page("index.html");
    assertThat(texts(index, "td")).contains("open");
    assertThat(texts(page("matches-1.html"), "a")).contains("none");
  }

  @Test
  void whatIsNoLeagueIsRefused() {
    assertThatThrownBy(() -> LeaguePages.write(Json.ofChecked("{\"rooms\":[]}"), folder, null))
        .isInstanceOf(Mismatch.class);
  }

  private List<Document> written(SampleLeague league) throws Exception {
    LeaguePages.write(league.json(), folder, null);
    return documents(folder);
  }

  private static List<Document> documents(Path pages) throws Exception {
    List<Document> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(pages)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
        documents.add(parsed(file));
      }
    }
    return documents;
  }

  private Document page(String name) throws Exception {
    return parsed(folder.resolve(name));
  }

  /** The pages are well-formed XML, so that any parser can say what stands in them. */
  private static Document parsed(Path file) throws Exception {
    String text = Files.readString(file);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> elements(Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> texts(Document page, String name) {
    return elements(page, name).stream().map(Element::getTextContent).toList();
  }
}
