package dev.cancha.common.testing;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Prints why a test was skipped, so that a missing tool is seen and not guessed. Under {@code CI=true} the build then
 * fails by the reports (profile {@code ci} of the root pom); this class only speaks.
 */
public final class SkippedTests implements TestExecutionListener {
  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    print(test, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.ABORTED) {
      print(test, result.getThrowable().map(Throwable::getMessage).orElse("an assumption did not hold"));
    }
  }

  private static void print(TestIdentifier test, String reason) {
    System.out
        .println("SKIPPED " + test.getLegacyReportingName() + " (" + test.getUniqueId() + "): " + reason);
  }
}
