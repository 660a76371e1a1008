package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Unusable;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a file to the present schema. The only class that knows Flyway: a file that is up to date loads neither. */
final class Migrations {
  /** Where Flyway notes what it has done. */
  static final String HISTORY = "flyway_schema_history";

  private Migrations() {}

  static void run(Path path, Connections connections) {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(new MigrationSource(path, connections))
          .locations("classpath:dev/cancha/server/journal/sqlite")
          .table(HISTORY)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new Unusable("The journal " + path + " cannot be brought to the present schema: "
          + e.getMessage() + ".", e);
    }
  }
}
