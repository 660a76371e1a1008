package dev.cancha.common.testing;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import io.netty.util.ResourceLeakTracker;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What Netty's leak detectors find: buffers and other counted objects that were collected without a release. Netty
 * only logs it, and only when the next object of the same kind is made after a collection; here it is collected, so
 * that a test can fail of it.
 *
 * <p>Safe for use by any thread: buffers are made on all of them.
 */
final class LeakReports {
  private static final long COLLECTION_MILLIS = 2_000;

  private final Queue<String> reports = new ConcurrentLinkedQueue<>();
  private final List<Detector<?>> detectors = new CopyOnWriteArrayList<>();
  private volatile boolean tracked;

  /** Must run before the first class of Netty that has a detector: each takes its detector in a static field. */
  void install() {
    ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new ResourceLeakDetectorFactory() {
      @Override
      @SuppressWarnings("deprecation") // it is the factory's only abstract method: there is no other to implement
      public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> type, int samplingInterval,
          long maxActive) {
        Detector<T> detector = new Detector<>(type, samplingInterval);
        detectors.add(detector);
        return detector;
      }
    });
  }

  /** The reports since the last call. Collects garbage, but only where something was tracked since then. */
  List<String> take() throws InterruptedException {
    if (tracked) {
      collect();
      detectors.forEach(Detector::report);
      tracked = false;
    }
    List<String> taken = new ArrayList<>();
    for (String report = reports.poll(); report != null; report = reports.poll()) {
      taken.add(report);
    }
    return taken;
  }

  /**
   * Twice, each time until a reference of our own has come through: the collector hands over the references of one
   * collection in no order, but all of them before those of the next.
   */
  private static void collect() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      ReferenceQueue<Object> queue = new ReferenceQueue<>();
      WeakReference<Object> sentinel = new WeakReference<>(new Object(), queue);
      try {
        System.gc();
        if (queue.remove(COLLECTION_MILLIS) == null) {
          throw new IllegalStateException("no garbage collection within " + COLLECTION_MILLIS + " ms");
        }
      } finally {
        Reference.reachabilityFence(sentinel);
      }
    }
  }

  private final class Detector<T> extends ResourceLeakDetector<T> {
    Detector(Class<T> type, int samplingInterval) {
      super(type, samplingInterval);
    }

    /** Making one more tracked object is what makes the detector look at those that were collected. */
    @SuppressWarnings("unchecked") // the detector keeps the object's identity only, and never uses it as a T
    void report() {
      Object object = new Object();
      ResourceLeakTracker<T> tracker = track((T) object);
      if (tracker != null) {
        tracker.close((T) object);
      }
    }

    @Override
    protected boolean needReport() {
      tracked = true;
      return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
      reports.add(resourceType + " was never released; its last accesses:" + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
      reports.add(resourceType + " was never released");
    }
  }
}
