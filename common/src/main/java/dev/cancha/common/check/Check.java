package dev.cancha.common.check;

/** What a game is held to. The name of each, in lowerCamelCase, is how reports and tests call it. */
public enum Check {
  INFO("info is the same at each call, and within its bounds"),
  TYPES("acts, options, view, me and events have a form in JSON and a schema"),
  START("a match starts with any number of seats within the bounds"),
  THROWS("nothing that the room asks throws"),
  TURN("only seats in play are in turn, somebody until there is a result and then nobody"),
  LEGAL("whoever is in turn has legal acts, nobody else has, and each of them is accepted"),
  ILLEGAL("an act that is not legal is refused with a sentence, and throws nothing"),
  VIEW("view, me and events are what info declares, and fit their schemas"),
  ACTS("acts come back from their JSON as they were"),
  IMMUTABLE("nothing that a state, view or act is made of can change or has no order"),
  UNCHANGED("no call changes a state"),
  RESTORE("a state comes back from its JSON, and the match goes on from it as it would have"),
  REPEAT("the same start, acts and chance lead to the same states"),
  SECRETS("nobody can tell the true state from an imagined one"),
  ABSENCE("at every step any seat may be gone for good, and is never in turn again"),
  BOTS("the game's own bots do what is legal"),
  RESULT("a result ranks exactly the seats in play, from 1 on"),
  END("every match comes to an end"),
  SIZE("what is shown stays small enough to be sent"),
  TIME("no step takes more than a second"),
  SOURCES("the classes of the game call no clock, no chance of their own, no thread and no file");

  private final String promise;

  Check(String promise) {
    this.promise = promise;
  }

  /** What is promised, as a sentence without its capital and point. */
  public String promise() {
    return promise;
  }

  @Override
  public String toString() {
    return Words.camel(name());
  }
}
