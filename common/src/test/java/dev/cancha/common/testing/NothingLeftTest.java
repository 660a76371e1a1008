package dev.cancha.common.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs small test classes that leave something, and sees each of them fail of it. */
class NothingLeftTest {
  private static final CountDownLatch END = new CountDownLatch(1);

  @AfterAll
  static void endTheThreadThatWasLeft() {
    END.countDown();
  }

  static final class LeavesNothing {
    @Test
    void releases() {
      ByteBufAllocator.DEFAULT.directBuffer(64).release();
    }
  }

  static final class LeavesABuffer {
    @Test
    void forgetsARelease() {
      ByteBuf forgotten = ByteBufAllocator.DEFAULT.directBuffer(64);
      forgotten.writeInt(1);
    }
  }

  static final class LeavesAThread {
    @Test
    void startsAThreadThatGoesOn() {
      Thread thread = new Thread(() -> {
        try {
          END.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }, "left-behind");
      thread.setDaemon(true);
      thread.start();
    }
  }

  static final class LeavesAnException {
    @Test
    void throwsInAThread() throws InterruptedException {
      Thread thread = new Thread(() -> {
        throw new IllegalStateException("nobody catches this");
      });
      thread.start();
      thread.join();
    }
  }

  static final class LeavesAnExceptionToNetty {
    @Test
    void letsAPromiseCatchIt() {
      EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter() {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
          ctx.newSucceededFuture()
              .addListener(future -> {
                throw new IllegalStateException("thrown in a listener");
              });
        }
      });
      channel.writeInbound("anything");
      channel.finishAndReleaseAll();
    }
  }

  @Test
  void aClassThatLeavesNothingPasses() {
    assertThat(failures(LeavesNothing.class)).isEmpty();
  }

  @Test
  void aBufferWithoutReleaseFailsItsClass() {
    assertThat(failures(LeavesABuffer.class)).singleElement()
        .asString()
        .contains("never released",
            "forgetsARelease");
  }

  @Test
  void aThreadThatGoesOnFailsItsClass() {
    assertThat(failures(LeavesAThread.class)).singleElement().asString().contains("'left-behind' still runs");
  }

  @Test
  void anUncaughtExceptionFailsItsClass() {
    assertThat(failures(LeavesAnException.class)).singleElement().asString().contains("nobody catches this");
  }

  @Test
  void anExceptionThatNettyLoggedFailsItsClass() {
    assertThat(failures(LeavesAnExceptionToNetty.class)).singleElement()
        .asString()
        .contains("thrown in a listener");
  }

  private static List<String> failures(Class<?> testClass) {
    List<String> failures = new ArrayList<>();
    TestExecutionListener listener = new TestExecutionListener() {
      @Override
      public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable().ifPresent(thrown -> failures.add(String.valueOf(thrown.getMessage())));
      }
    };
    LauncherConfig config = LauncherConfig.builder()
        .enableTestExecutionListenerAutoRegistration(false)
        .build();
    LauncherFactory.create(config)
        .execute(LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(testClass))
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .build(), listener);
    return failures;
  }
}
