package dev.cancha.common.games.dudo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Step;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BidTest {
  private static final Scene FIVE_EACH = Scene.of("12345", "23456", "34561");

  @Test
  void aBidStandsAndTheNextSeatIsInTurn() {
    Step<Match> step = FIVE_EACH.bids(3, 5);

    assertThat(step).isInstanceOf(Step.Accepted.class);
    Step.Accepted<Match> accepted = (Step.Accepted<Match>) step;
    assertThat(accepted.state().round().bid()).isEqualTo(new StandingBid(0, 3, 5));
    assertThat(accepted.state().round().turn()).isEqualTo(1);
    assertThat(accepted.events()).containsExactly(new Event.BidMade(0, 3, 5));
  }

  @Test
  void aSeatThatIsOutIsPassedOver() {
    assertThat(Scene.of("12", "", "34").bid(0, 1, 2).match().round().turn()).isEqualTo(2);
    assertThat(Scene.of("12", "", "34").bid(2, 1, 2).match().round().turn()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "-1, 2", "16, 2", "16, 1", "2147483647, 6", "-2147483648, 6"})
  void aBidNamesNoMoreDiceThanAreOnTheTable(int count, int face) {
    assertThat(FIVE_EACH.answerTo(count, face))
        .isEqualTo("a bid names 1 to 15 dice, as there are 15 on the table");
  }

  @ParameterizedTest
  @CsvSource({"0", "7", "-1"})
  void aBidNamesAFaceOfADie(int face) {
    assertThat(FIVE_EACH.answerTo(3, face)).isEqualTo("a face is 1 to 6");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "1, 6", "15, 2", "15, 6", "7, 4"})
  void aRoundMayBeginOnAnyCountOfTwosToSixes(int count, int face) {
    assertThat(FIVE_EACH.answerTo(count, face)).isEqualTo("accepted");
  }

  @Test
  void aRoundDoesNotBeginOnOnes() {
    assertThat(FIVE_EACH.answerTo(2, 1))
        .isEqualTo("a round begins on ones only when the bidder has one die; bid on a face from 2 to 6");
  }

  @Test
  void aRoundMayBeginOnOnesWhenTheBidderHasOneDie() {
    assertThat(Scene.of("3", "23456").answerTo(2, 1)).isEqualTo("accepted");
    assertThat(Scene.of("34", "2").answerTo(2, 1)).startsWith("a round begins on ones only");
  }

  @ParameterizedTest
  @CsvSource({
    "4, 5, accepted", "4, 2, accepted", "15, 2, accepted", "3, 6, accepted", "2, 1, accepted",
    "3, 1, accepted",
    "3, 5, refused", "3, 4, refused", "2, 6, refused", "1, 1, refused", "1, 5, refused"})
  void aRaiseOverThreeFivesIsMoreDiceOrAHigherFaceOrHalfInOnes(int count, int face, String expected) {
    String answer = FIVE_EACH.bid(2, 3, 5).answerTo(count, face);

    assertThat(answer).isEqualTo("accepted".equals(expected) ? expected
        : "a raise over 3 fives is more than 3 dice, or 3 of a higher face, or at least 2 ones");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "5, 3", "14, 7", "15, 8"})
  void toOnesTakesHalfTheCountRoundedUp(int count, int ones) {
    Scene scene = FIVE_EACH.bid(2, count, 4);

    assertThat(scene.answerTo(ones, 1)).isEqualTo("accepted");
    if (ones > 1) {
      assertThat(scene.answerTo(ones - 1, 1)).contains("or at least " + ones + " ones");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 5", "3, 7", "7, 15"})
  void fromOnesTakesTwiceTheCountAndOneMore(int ones, int count) {
    Scene scene = FIVE_EACH.bid(2, ones, 1);

    assertThat(scene.answerTo(count, 2)).isEqualTo("accepted");
    assertThat(scene.answerTo(count - 1, 6)).contains("or at least " + count + " of another face");
  }

  @ParameterizedTest
  @CsvSource({"3, accepted", "15, accepted", "2, refused", "1, refused"})
  void onesAreRaisedByMoreOnes(int count, String expected) {
    String answer = FIVE_EACH.bid(2, 2, 1).answerTo(count, 1);

    assertThat(answer).isEqualTo("accepted".equals(expected) ? expected
        : "a raise over 2 ones is more than 2 ones, or at least 5 of another face");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "1 6  | 1 6  | a raise over 1 six is more than 1 die, or at least 1 one",
    "15 3 | 15 3 | a raise over 15 threes is 15 of a higher face, or at least 8 ones",
    "15 6 | 15 6 | a raise over 15 sixes is at least 8 ones",
    "8 1  | 8 2  | a raise over 8 ones is more than 8 ones",
    "15 1 | 15 6 | nothing is higher than 15 ones now: call dudo or calzo"})
  void aRefusalNamesOnlyWhatIsStillPossible(String standing, String raise, String sentence) {
    int[] from = numbers(standing);
    int[] to = numbers(raise);

    assertThat(FIVE_EACH.bid(2, from[0], from[1]).answerTo(to[0], to[1])).isEqualTo(sentence);
  }

  private static int[] numbers(String bid) {
    return Arrays.stream(bid.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  @ParameterizedTest
  @CsvSource({"3, 4, accepted", "4, 4, accepted", "3, 5, refused", "3, 3, refused", "2, 1, refused",
    "2, 4, refused"})
  void inASpecialRoundAPlayerWithMoreDiceMayNotChangeTheFace(int count, int face, String expected) {
    String answer = Scene.of("2", "2345", "11").special(0).bid(0, 2, 4).answerTo(count, face);

    assertThat(answer).isEqualTo("accepted".equals(expected) ? expected
        : "a raise over 2 fours is more than 2 fours, as only a player with one die may change the face");
  }

  @ParameterizedTest
  @CsvSource({"2, 5, accepted", "2, 6, accepted", "3, 1, accepted", "3, 2, accepted", "3, 4, accepted",
    "2, 4, refused", "2, 3, refused", "1, 1, refused", "2, 1, refused"})
  void inASpecialRoundAPlayerWithOneDieMayAndOnesAreTheLowestFace(int count, int face, String expected) {
    String answer = Scene.of("2", "3", "11345").special(0).bid(0, 2, 4).answerTo(count, face);

    assertThat(answer).isEqualTo("accepted".equals(expected) ? expected
        : "a raise over 2 fours is more than 2 dice, or 2 of a higher face");
  }

  @Test
  void fromOnesOfASpecialRoundAHigherFaceIsEnough() {
    assertThat(Scene.of("2", "3", "11345").special(0).bid(0, 2, 1).answerTo(2, 2)).isEqualTo("accepted");
  }

  @Test
  void whereASpecialRoundLeavesNoRaiseTheRefusalSaysToCall() {
    assertThat(Scene.of("2", "34").special(0).bid(0, 3, 4).answerTo(3, 5))
        .isEqualTo("nothing is higher than 3 fours now: call dudo or calzo");
  }

  @Test
  void onlyTheSeatInTurnBids() {
    Step<Match> step = new Dudo().act(FIVE_EACH.match(), 1, new Act.Bid(3, 5), _ -> 0);

    assertThat(step).isEqualTo(new Step.Refused<Match>("it is the turn of seat 0"));
  }
}
