package dev.cancha.common.patch;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object of a document whose members can be copied cheaply. Immutable: its methods that change it throw. */
@SuppressWarnings("serial") // nobody serializes a document but as JSON
final class SmallObject extends ObjectNode {
  private final transient Members members;

  SmallObject(Members members) {
    super(JsonNodeFactory.instance, members);
    this.members = members;
  }

  Members members() {
    return members;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
