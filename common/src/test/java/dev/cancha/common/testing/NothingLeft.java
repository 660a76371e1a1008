package dev.cancha.common.testing;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * After every test class nothing may be left: no thread that it started, no buffer without its release, no exception
 * that nobody caught. It is brought to all test classes by the service file of this jar; a test does not name it.
 *
 * <p>It looks at the whole JVM, so test classes do not run in parallel within one. In the good case it costs two small
 * garbage collections, and those only where buffers were made.
 */
public final class NothingLeft implements BeforeAllCallback, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(NothingLeft.class);
  private static final LeakReports LEAKS = new LeakReports();

  static {
    LEAKS.install();
  }

  private record Watch(LeftThreads threads, Uncaught uncaught) {}

  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    if (outermost(context)) {
      LEAKS.take();
      Watch watch = new Watch(new LeftThreads(), new Uncaught());
      watch.uncaught().begin();
      context.getStore(NAMESPACE).put(Watch.class, watch);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    Store store = context.getStore(NAMESPACE);
    if (!outermost(context) || !(store.remove(Watch.class) instanceof Watch watch)) {
      return;
    }
    List<String> left = new ArrayList<>(watch.threads().await());
    left.addAll(LEAKS.take());
    left.addAll(watch.uncaught().end());
    if (!left.isEmpty()) {
      throw new AssertionError(context.getDisplayName() + " left something behind:" + System.lineSeparator()
          + String.join(System.lineSeparator(), left));
    }
  }

  /** A nested class shares its outer class's fixtures, so only the outermost one can say that all is over. */
  private static boolean outermost(ExtensionContext context) {
    return context.getEnclosingTestClasses().isEmpty();
  }
}
