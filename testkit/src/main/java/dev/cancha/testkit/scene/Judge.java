package dev.cancha.testkit.scene;

import java.util.List;

/** Watches one run and says what was wrong with it. Drives nothing. */
public interface Judge {
  /** In lowerCamelCase, for reports. */
  String name();

  /** Before anything happens: the time to listen at the scene's ears and ledger. */
  void begin(Scene scene);

  /** What is wrong, a sentence each; empty where all is well. */
  List<String> complaints(Stage stage);
}
