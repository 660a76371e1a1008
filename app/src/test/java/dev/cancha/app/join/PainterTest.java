package dev.cancha.app.join;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PainterTest {
  @Test
  void connectFourIsABoardWithTheFirstRowBelow() {
    var doc = Samples.room("over", """
        ,"view":{"columns":{"0":"0","1":"10","2":"110","3":"1110","4":"","5":"","6":"1"},
                 "line":[[0,0],[1,1],[2,2],[3,3]]}""");
    assertThat(Painter.of("connectFour").paint(doc)).containsExactly(
        " | . . . . . . . |",
        " | . . . . . . . |",
        " | . . . X . . . |",
        " | . . X o . . . |",
        " | . X o o . . . |",
        " | X o o o . . o |",
        "   0 1 2 3 4 5 6     x: Ana, o: Beto");
  }

  @Test
  void anEmptyBoardIsAllDots() {
    assertThat(Painter.of("connectFour").paint(Samples.room("playing", ""))).startsWith(" | . . . . . . . |")
        .hasSize(7);
  }

  @Test
  void snakesAreLettersWithALargeHeadAndTheDeadAreOffTheBoard() {
    var doc = Samples.room("playing", """
        ,"view":{"size":{"width":6,"height":4},"snakes":{
           "0":{"head":[2,1],"body":"lld","alive":true},
           "1":{"head":[5,3],"body":"uul","alive":true},
           "2":{"head":[5,0],"body":"ll","alive":false,"fate":"wall"}},
         "food":[[1,3]],"secondsLeft":152}""");
    assertThat(Painter.of("snake").paint(doc)).containsExactly(
        " | . . . . . . |",
        " | a a A . b b |",
        " | a . . . . b |",
        " | . * . . . B |",
        "  A: Ana 4, B: Beto 4, C: seat 2 (ran into a wall); 152 s left");
  }

  @Test
  void aBoardThatMakesNoSenseIsDrawnAsFarAsItDoes() {
    var doc = Samples.json(
        """
        {"view":{"size":{"width":2,"height":1},"food":[[],[-1,7]],
         "snakes":{"x":{"head":[9,9],"body":"zul","alive":true}}}}""");
    assertThat(Painter.of("snake").paint(doc)).containsExactly(" | . . |", "  ?: seat x 4; 0 s left");
  }

  @Test
  void anyOtherGameIsItsMembers() {
    var doc = Samples.json("""
        {"game":"dudo","view":{"dice":{"0":5,"1":4},"bid":{"seat":0,"count":3,"face":5},"round":3,
          "snakes":{"0":{"head":[3,4],"alive":true},"1":{"head":[1,1],"alive":false}},"food":[[7,7],[2,3]],"none":{}},
         "me":{"dice":[2,2,5]}}""");
    assertThat(Painter.of("dudo").paint(doc)).containsExactly(
        " dice: 0 5, 1 4",
        " bid: seat 0, count 3, face 5",
        " round: 3",
        " snakes:",
        "   0: head (3 4), alive true",
        "   1: head (1 1), alive false",
        " food: (7 7) (2 3)",
        " none:",
        " you alone see:",
        "   dice: 2 2 5");
  }

  @Test
  void anObjectTooLongForALineIsWrittenBelowItsName() {
    String many = "\"a\":\"" + "x".repeat(60) + "\",\"b\":\"" + "y".repeat(60) + "\"";
    assertThat(Painter.of("any").paint(Samples.json("{\"view\":{\"long\":{" + many + "}}}")))
        .containsExactly(" long:", "   a: " + "x".repeat(60), "   b: " + "y".repeat(60));
  }
}
