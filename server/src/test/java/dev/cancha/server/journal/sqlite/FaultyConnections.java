package dev.cancha.server.journal.sqlite;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Real connections whose prepared statements can be made to fail, or be watched, as they are executed. */
final class FaultyConnections implements Connections {
  /** What happens around the execution of a statement. */
  interface Fault {
    /** Nothing. */
    Fault NONE = new Fault() {};

    default void before(String sql) throws SQLException {}

    default void after(String sql) throws SQLException {}
  }

  private final List<Connection> opened = new ArrayList<>();
  private Fault fault = Fault.NONE;

  void set(Fault newFault) {
    fault = newFault;
  }

  /** How many connections were opened. */
  int opened() {
    return opened.size();
  }

  /** Executes {@code sql} on the first of the open connections, which is the writer's. */
  void execute(String sql) throws SQLException {
    for (Connection connection : opened) {
      if (!connection.isClosed()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
          return;
        }
      }
    }
  }

  @Override
  public Connection open(Path file) throws SQLException {
    Connection real = Connections.standard().open(file);
    opened.add(real);
    return proxy(Connection.class, (proxy, method, arguments) -> {
      Object result = call(real, method, arguments);
      return method.getName().equals("prepareStatement")
          ? watched((PreparedStatement) result, (String) arguments[0])
          : result;
    });
  }

  private PreparedStatement watched(PreparedStatement real, String sql) {
    return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
      boolean executes = method.getName().startsWith("execute");
      if (executes) {
        fault.before(sql);
      }
      Object result = call(real, method, arguments);
      if (executes) {
        fault.after(sql);
      }
      return result;
    });
  }

  private static Object call(Object real, Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
        (proxy, method, arguments) -> handler.invoke(proxy, method,
            arguments == null ? new Object[0] : Arrays.copyOf(arguments, arguments.length))));
  }

  /** One that throws, once, before the statement that would have stored something for good. */
  static Fault failingNextCommit(SQLException failure) {
    return new Fault() {
      private boolean begun;
      private boolean done;

      @Override
      public void before(String sql) throws SQLException {
        begun |= sql.equals("begin immediate");
        if (!done && (sql.equals("commit") || (!begun && sql.startsWith("insert into record")))) {
          done = true;
          throw failure;
        }
      }
    };
  }
}
