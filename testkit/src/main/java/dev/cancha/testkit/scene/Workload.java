package dev.cancha.testkit.scene;

/** What some clients do with the server. Acts by itself in virtual time, once started; judges nothing. */
public interface Workload {
  /** In lowerCamelCase, for reports. */
  String name();

  void start(Scene scene);

  /** The faults are over: no more mischief; who plays plays on. */
  void calm();

  /** Everyone leaves and closes; afterwards nothing of it may be left. */
  void leave();
}
