package dev.cancha.testkit;

import dev.cancha.testkit.fault.FaultPlan;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs the methods that are a {@link MatchTest}: once for each seed, and again as often as it takes to say more. */
final class MatchTests implements TestTemplateInvocationContextProvider {
  private static final String SEED = "match.seed";
  private static final String PLAN = "match.plan";
  private static final String REPLAYS = "match.replays";

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(MatchTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    MatchTest test = context.getRequiredTestMethod().getAnnotation(MatchTest.class);
    MatchSpec spec = MatchSpec.of(test, name(context));
    Long alone = context.getConfigurationParameter(SEED, Long::valueOf).orElse(null);
    FaultPlan given = context.getConfigurationParameter(PLAN, FaultPlan::parse).orElse(null);
    ReplayFiles files = context.getConfigurationParameter(REPLAYS, folder -> new ReplayFiles(Path.of(folder)))
        .orElseGet(ReplayFiles::usual);
    LongStream seeds = alone != null ? LongStream.of(alone)
        : LongStream.range(test.firstSeed(), test.firstSeed() + Math.max(1, test.seeds()));
    return seeds.mapToObj(seed -> new OneSeed(new MatchRuns(spec, seed, files), seed,
        given == null ? spec.plan(seed) : given));
  }

  private static String name(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    String name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1) + "#" + context.getRequiredTestMethod().getName();
  }

  /** One invocation. */
  private record OneSeed(MatchRuns runs, long seed, FaultPlan plan) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return "seed " + seed;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Played(runs, plan));
    }
  }

  /** Gives the method its match, and plays it. Owner: the thread of the test. */
  private static final class Played implements ParameterResolver, InvocationInterceptor {
    private final MatchRuns runs;
    private final FaultPlan plan;
    private @Nullable Match first;

    private Played(MatchRuns runs, FaultPlan plan) {
      this.runs = runs;
      this.plan = plan;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Match.class
          && parameter.getDeclaringExecutable().isAnnotationPresent(MatchTest.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Match match = runs.match(plan);
      first = match;
      return match;
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<@Nullable Void> invocation,
        ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
      Match match = first;
      if (match == null) {
        invocation.proceed();
        throw new IllegalStateException(method.getExecutable() + " is a @MatchTest, but takes no Match");
      }
      runs.play(match, _ -> invocation.proceed(), again -> invoke(method, match, again));
    }

    /** The method once more, on the same instance, with another match. */
    private static void invoke(ReflectiveInvocationContext<Method> method, Match first, Match again)
        throws Throwable {
      Object[] arguments = method.getArguments().toArray();
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = arguments[i] == first ? again : arguments[i];
      }
      try {
        method.getExecutable().setAccessible(true);
        method.getExecutable().invoke(method.getTarget().orElse(null), arguments);
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
    }
  }
}
